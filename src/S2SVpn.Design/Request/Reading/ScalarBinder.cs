using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Reads one value: fills variables in, parses, and says what is wrong with it.</summary>
internal sealed class ScalarBinder(FindingCollector collector, EnvText env)
{
    public object? Bind(ScalarShape shape, ScalarNode node, Place at)
    {
        var filled = EnvText.Concerns(node.Text);
        var text = filled ? env.Fill(node.Text, (code, message, fix) => collector.Add(code, $"{at.Name} {message}", fix, at.Finding)) : node.Text;
        if (text is null)
        {
            return null;
        }

        if (SecretWords.IsSecret(text))
        {
            collector.Add(
                ReadingCodes.Secret, $"{at.Name} contains what looks like a secret",
                "Remove it from the file and from its history. A value of the request ends up in Terraform's configuration.", at.Finding);
            return null;
        }

        if (shape.TryRead(text, out var value, out var reason))
        {
            return value;
        }

        // What a variable holds is never repeated: it may be a secret put in the wrong one.
        collector.Add(
            shape.Code,
            filled ? $"{at.Name} {FindingCollector.Given(node.Text, at)} expands to a value that {shape.MismatchPhrase}"
                : at.NotShown || node.IsAnchored || SecretWords.LooksLikeKey(text) ? $"{at.Name} {FindingCollector.NotShown} {shape.MismatchPhrase}"
                : $"{at.Name} {FindingCollector.Quoted(text)} {Shortened(reason)}",
            shape switch
            {
                _ when at.NotShown => $"{FindingCollector.Meaning(at.Key, shape).TrimEnd('.')}. {FindingCollector.KeysElsewhere}",
                WordShape words => Choice(words, text, filled),
                FlagShape => Flag(text),
                TextShape texts when !filled && !node.IsAnchored && !SecretWords.LooksLikeKey(text) && texts.ShortForm(text) is { } shortened => $"Write {shortened}.",
                _ => FindingCollector.Meaning(at.Key, shape),
            },
            at.Finding);
        return null;
    }

    // YAML 1.1 had more words for both.
    private static string Flag(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" or "1" => "Write true.",
        "no" or "off" or "n" or "0" => "Write false.",
        _ => "Write true or false.",
    };

    private static string Choice(WordShape words, string text, bool filled)
    {
        if (!filled && words.Advice(text) is { } advice)
        {
            return advice;
        }

        var near = filled ? null : Nearest.To(text, words.All.SelectMany(word => word.Also.Prepend(word.Word)));
        var all = string.Join(", ", words.All.Select(word => word.Word));
        return near is null ? $"Write one of {all}." : $"Did you mean {near}? The choices are {all}.";
    }

    // A reason may repeat a part of a long text.
    private static string Shortened(string reason) => reason.Length <= 400 ? reason : $"{reason[..399]}…";
}
