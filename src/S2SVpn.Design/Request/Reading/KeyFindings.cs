using System.Globalization;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>What is wrong with the keys and names of a map.</summary>
internal sealed class KeyFindings(FindingCollector collector)
{
    /// <summary>Refuses a key, and gives the one that was meant, where one is near.</summary>
    public KeyShape? Unknown(RecordShape shape, ScalarNode key, Place at)
    {
        var shown = KeyFinder.MayShow(key.Text, shape, at.NotShown) ? FindingCollector.Quoted(key.Text) : FindingCollector.NotShown;
        if (SecretWords.IsSecretName(key.Text) || (IsOfLink(at) && SecretWords.IsKeyName(key.Text) && KeyFinder.Meant(shape, key.Text) is null))
        {
            Add(
                ReadingCodes.Secret, $"{at.Name} has a key {shown}, which looks like a secret. Secrets are not allowed here",
                "Remove it, also from the file's history. link.keys chooses where pre-shared keys come from.", key, at);
            return null;
        }

        var meant = KeyFinder.Meant(shape, key.Text);
        if (meant is null && at.NotShown)
        {
            Add(
                ReadingCodes.UnknownKey, $"{at.Name} has no key {shown}",
                $"Remove it. Keys here: {string.Join(", ", shape.Keys.Select(one => one.Name))}. {FindingCollector.KeysElsewhere}", key, at);
            return null;
        }

        Add(
            ReadingCodes.UnknownKey, $"{at.Name} has no key {shown}",
            FindingCollector.HasHardSpace(key.Text) ? FindingCollector.ReplaceHardSpace : KeyFinder.Fix(shape, shown == FindingCollector.NotShown ? "" : key.Text, meant, at.Written), key, at);
        return meant is not null && shape.TryKey(meant, out var near) ? near : null;
    }

    public void Missing(RecordShape shape, KeyShape key, Place at)
    {
        var name = key.Singular is null ? key.Name : $"{key.Singular} or {key.Name}";
        collector.Add(
            ReadingCodes.Missing, $"{at.Name} has no {name}, which is required",
            $"Add {name}: {FindingCollector.Lower(FindingCollector.FirstSentence(key.Description))}", at.Finding);
    }

    public void BadName(MapShape shape, ScalarNode name, Place at) => Add(
        ReadingCodes.Illegal, $"{at.Name} has a name {Shown(name, at)} that {shape.Names.MismatchPhrase}", "Choose a different name.", name, at);

    /// <summary>A name is in the file, and later in Terraform's configuration, as much as a value is.</summary>
    public void SecretName(ScalarNode name, Place at) => Add(
        ReadingCodes.Secret, $"{at.Name} has a name that looks like a secret",
        "Remove it from the file and from its history. A name of the request ends up in Terraform's configuration.", name, at);

    public void Repeats(MapNode map, Place at)
    {
        foreach (var (key, first) in map.Repeats)
        {
            Repeated(key, first, at);
        }
    }

    /// <summary>A key that stands in its map already, maybe by its other name.</summary>
    public void Repeated(ScalarNode key, ScalarNode first, Place at) => collector.Add(
        ReadingCodes.Repeated,
        key.Text == first.Text
            ? string.Create(CultureInfo.InvariantCulture, $"{at.Name} has {Shown(key, at)} twice, first on line {first.Span.Line}")
            : string.Create(CultureInfo.InvariantCulture, $"{at.Name} has {key.Text} and, on line {first.Span.Line}, {first.Text}, which are the same"),
        "Remove one of the two, or merge them.", PlaceOf(key, at), PlaceOf(first, at));

    private static string Shown(ScalarNode key, Place at) =>
        KeyFinder.MayShow(key.Text, null, at.NotShown) ? FindingCollector.Quoted(key.Text) : FindingCollector.NotShown;

    private static bool IsOfLink(Place at) => at.Path.ToString().StartsWith("links[", StringComparison.Ordinal);

    private void Add(string code, string message, string fix, ScalarNode key, Place at) => collector.Add(code, message, fix, PlaceOf(key, at));

    private static FindingPlace PlaceOf(ScalarNode key, Place at) => new(at.Written.ToString(), key.Span);
}
