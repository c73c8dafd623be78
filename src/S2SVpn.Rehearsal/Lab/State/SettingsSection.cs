using System.Text;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>
/// A section of a file that strongSwan reads: settings and sections by their names, one a line, as the files of appliances have them
/// (docs.strongswan.org/docs/latest/config/strongswanConf.html).
/// </summary>
internal sealed record SettingsSection(IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<KeyValuePair<string, SettingsSection>> Sections)
{
    /// <exception cref="LabException">It is no such file.</exception>
    public static SettingsSection Read(string text, string file)
    {
        var lines = new Queue<string>(text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0 && !line.StartsWith("include ", StringComparison.Ordinal)));
        return Read(lines, file, isInner: false);
    }

    public string? Text(string name) => Values.FirstOrDefault(value => value.Key == name).Value;

    /// <exception cref="LabException">There is none.</exception>
    public string Required(string name, string file) => Text(name) ?? throw new LabException($"{file} has no {name}, which a connection needs.");

    public SettingsSection Section(string name) => Sections.FirstOrDefault(section => section.Key == name).Value ?? new SettingsSection([], []);

    /// <summary>The same with what another section of that name adds or says instead.</summary>
    public SettingsSection With(SettingsSection other) => new(
        [.. Values.Where(value => other.Text(value.Key) is null), .. other.Values],
        [
            .. Sections.Select(section => other.Sections.Any(each => each.Key == section.Key) ? new(section.Key, section.Value.With(other.Section(section.Key))) : section),
            .. other.Sections.Where(each => Sections.All(section => section.Key != each.Key)),
        ]);

    private static SettingsSection Read(Queue<string> lines, string file, bool isInner)
    {
        var (values, sections) = (new List<KeyValuePair<string, string>>(), new List<KeyValuePair<string, SettingsSection>>());
        while (lines.TryDequeue(out var line))
        {
            if (line == "}" && isInner)
            {
                return new SettingsSection(values, sections);
            }

            if (line.EndsWith('{'))
            {
                sections.Add(new(line[..^1].Trim(), Read(lines, file, isInner: true)));
            }
            else if (line.Split('=', 2) is [var name, var value])
            {
                values.Add(new(name.Trim(), value.Trim()));
            }
            else
            {
                throw new LabException($"{file} has a line that strongSwan would not take: '{line}'.");
            }
        }

        return !isInner ? new SettingsSection(values, sections) : throw new LabException($"{file} ends within a section.");
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Values)
        {
            text.Append($"{name} = {value}\n");
        }

        return text.ToString();
    }
}
