using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>A cloud-init configuration: cloudinit.readthedocs.io/en/latest/reference/modules.html.</summary>
internal sealed partial record CloudConfig
{
    private const string Header = "#cloud-config";
    private const int Indent = 6;

    /// <summary>Whether its first line says what it is: cloud-init takes nothing else for a configuration.</summary>
    public bool HasHeader { get; private init; }

    /// <summary>Why cloud-init can't read it; null where it can.</summary>
    public string? SyntaxError { get; private init; }

    public IReadOnlyList<string> Packages { get; private init; } = [];

    /// <summary>The files that it writes, by their paths; those that could be made out where it can't be read.</summary>
    public IReadOnlyDictionary<string, CloudFile> Files { get; private init; } = new Dictionary<string, CloudFile>();

    /// <summary>What it runs at the first start of a machine, as a shell would read it.</summary>
    public IReadOnlyList<string> Commands { get; private init; } = [];

    /// <summary>The same, at each start.</summary>
    public IReadOnlyList<string> BootCommands { get; private init; } = [];

    /// <summary>What becomes of the machine after its first start, such as <c>poweroff</c>; null where it goes on.</summary>
    public string? End { get; private init; }

    /// <summary>Whether it says itself where packages come from.</summary>
    public bool HasSources { get; private init; }

    public static CloudConfig Read(string text)
    {
        var config = new CloudConfig { HasHeader = text.Split('\n').SkipWhile(line => line.StartsWith("## template:", StringComparison.Ordinal)).FirstOrDefault()?.TrimEnd() == Header };
        try
        {
            // cloud-init's YAML takes a text of nothing but blanks.
            var tree = YamlTree.Read(BlankLine().Replace(text, ""));
            return tree.Entries.Count == 0 ? config with { SyntaxError = "it has no keys" } : config with
            {
                Packages = [.. (tree["packages"]?.Items ?? []).Select(Package).OfType<string>()],
                Files = Last((tree["write_files"]?.Items ?? []).Where(file => file["path"]?.Text is not null)),
                Commands = [.. (tree["runcmd"]?.Items ?? []).Select(Command)],
                BootCommands = [.. (tree["bootcmd"]?.Items ?? []).Select(Command)],
                End = tree["power_state"]?["mode"]?.Text,
                HasSources = tree["apt"] is not null,
            };
        }
        catch (YamlException exception)
        {
            // The parser's own words quote what it could not read.
            return config with
            {
                SyntaxError = string.Create(CultureInfo.InvariantCulture, $"near line {exception.End.Line}"),
                Files = File().Matches(text).GroupBy(file => file.Groups["path"].Value).ToDictionary(
                    files => files.Key, files => new CloudFile(Unindented(files.Last().Groups["content"].Value), files.Last().Groups["mode"].Value)),
            };
        }
    }

    // Also with a version, or below the name of what installs it.
    private static string? Package(YamlTree package) => package.Texts.FirstOrDefault()?.Split('=')[0];

    private static string Command(YamlTree command) => string.Join(' ', command.Texts);

    private static Dictionary<string, CloudFile> Last(IEnumerable<YamlTree> files) => files.GroupBy(file => file["path"]!.Text!).ToDictionary(same => same.Key, same => Written(same.Last()));

    private static CloudFile Written(YamlTree file) => new(Content(file["content"]?.Text ?? "", file["encoding"]?.Text ?? ""), file["permissions"] is { Text: { } mode } given ? Mode(mode, given.IsPlain) : "0644");

    // A number of YAML is octal with a zero before it, and decimal without.
    private static string Mode(string text, bool isPlain) => isPlain && text.Length > 0 && text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? $"0{Convert.ToString(number, 8)}"
        : text.Replace("o", "", StringComparison.Ordinal);

    private static string Content(string text, string encoding)
    {
        try
        {
            var bytes = encoding.Contains("64", StringComparison.Ordinal) ? Convert.FromBase64String(text) : null;
            using var reader = new StreamReader(bytes is null ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : encoding.StartsWith("gz", StringComparison.Ordinal) ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes), Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            return "";
        }
    }

    // As cloud-init's YAML has a text: lines that are set in, and at its end one line's end.
    private static string Unindented(string content)
    {
        var lines = content.TrimEnd('\n').Split('\n');
        return string.Join('\n', lines.Select(line => line.Length > Indent ? line[Indent..] : "")) + "\n";
    }

    [GeneratedRegex("^ +$", RegexOptions.Multiline)]
    private static partial Regex BlankLine();

    [GeneratedRegex("^  - path: (?<path>\\S+)\n    permissions: \"(?<mode>[0-7]+)\"\n    content: \\|\n(?<content>((      .*)?\n)+)", RegexOptions.Multiline)]
    private static partial Regex File();
}

/// <summary>A file that a machine is given.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Mode">Its permissions, in octal.</param>
internal sealed record CloudFile(string Content, string Mode)
{
    // Of its owner, who is root.
    private const int OwnerMayExecute = 0b001_000_000;

    private const int OthersMayRead = 0b000_000_100;

    public bool IsExecutable => Allows(OwnerMayExecute);

    public bool IsReadByOthers => Allows(OthersMayRead);

    private bool Allows(int right) => Mode.All(digit => digit is >= '0' and <= '7') && Mode.Length is > 0 and <= 5 && (Convert.ToInt32(Mode, 8) & right) != 0;
}
