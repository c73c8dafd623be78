using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>
/// The files that swanctl loads: swanctl.conf and what it includes, which is all of conf.d where nothing else is said
/// (docs.strongswan.org/docs/latest/swanctl/swanctlConf.html).
/// </summary>
internal static partial class SwanctlFiles
{
    public const string Folder = "/etc/swanctl/";

    private const string Main = $"{Folder}swanctl.conf";
    private const string Shipped = "include conf.d/*.conf\n";

    /// <summary>A time, as strongSwan takes it: with s, m, h or d behind it, or seconds.</summary>
    /// <param name="text">The time.</param>
    /// <param name="file">Where it stands.</param>
    /// <exception cref="LabException">It is none.</exception>
    public static int Seconds(string text, string file)
    {
        var factor = text.Length > 0 ? text[^1] switch { 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 1 } : 1;
        return int.TryParse(text.TrimEnd('s', 'm', 'h', 'd'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue / factor
            ? number * factor
            : throw new LabException($"{file} has a time that strongSwan would not take: '{text}'.");
    }

    /// <summary>Those among a machine's files that are loaded, by their paths.</summary>
    public static IReadOnlyList<string> Loaded(IReadOnlyDictionary<string, string> files) => [.. Read(files).Loaded.Where(files.ContainsKey)];

    /// <summary>Whether a file is loaded that the machine makes later.</summary>
    public static bool Includes(IReadOnlyDictionary<string, string> files, string path) => Read(files).Patterns.Any(pattern => Fits(pattern, path));

    /// <summary>Whether a pattern of a shell is for a path.</summary>
    public static bool Fits(string pattern, string path) =>
        Regex.IsMatch(path, $"^{Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal)}$");

    private static (List<string> Loaded, List<string> Patterns) Read(IReadOnlyDictionary<string, string> files)
    {
        var (loaded, patterns) = (new List<string> { Main }, new List<string>());
        for (var next = 0; next < loaded.Count; next++)
        {
            var (path, text) = (loaded[next], files.GetValueOrDefault(loaded[next]) ?? (loaded[next] == Main ? Shipped : ""));
            var found = Included(text).Select(each => each[0] == '/' ? each : path[..(path.LastIndexOf('/') + 1)] + each).ToList();
            patterns.AddRange(found);
            loaded.AddRange(files.Keys.Where(file => !loaded.Contains(file) && found.Exists(pattern => Fits(pattern, file))).Order(StringComparer.Ordinal));
        }

        return (loaded, patterns);
    }

    // Within a section an include adds to that section.
    private static IEnumerable<string> Included(string text)
    {
        var depth = 0;
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].Trim()))
        {
            if (depth == 0 && Include().Match(line) is { Success: true } include)
            {
                yield return include.Groups["path"].Value;
            }

            depth += line.Count(sign => sign == '{') - line.Count(sign => sign == '}');
        }
    }

    [GeneratedRegex("^include\\s+(?<path>\\S+)$")]
    private static partial Regex Include();
}
