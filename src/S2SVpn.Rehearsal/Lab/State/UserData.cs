using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>What a machine is given at its first start: the files that its cloud-init configuration writes.</summary>
internal static partial class UserData
{
    // What gzip begins with, in base64.
    private const string Packed = "H4sI";

    /// <summary>The files of a machine, by their paths; none where it has no such user data.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="name">What its cloud calls it: user_data_base64 or custom_data.</param>
    /// <exception cref="LabException">It can't be unpacked.</exception>
    public static IReadOnlyDictionary<string, string> FilesOf(StateResource machine, string name)
    {
        // Test machines have theirs as plain text.
        if (machine.Text(name) is not { } packed || !packed.StartsWith(Packed, StringComparison.Ordinal))
        {
            return new Dictionary<string, string>();
        }

        try
        {
            using var unpacked = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.UTF8);
            return File().Matches(reader.ReadToEnd()).ToDictionary(file => file.Groups["path"].Value, file => Unindented(file.Groups["content"].Value));
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new LabException($"The user data of {machine} can't be unpacked: {exception.Message}");
        }
    }

    // As cloud-init's YAML has a text: lines that are set in, and at its end one line's end.
    private static string Unindented(string content)
    {
        var lines = content.TrimEnd('\n').Split('\n');
        return string.Join('\n', lines.Select(line => line.Length > Indent ? line[Indent..] : "")) + "\n";
    }

    private const int Indent = 6;

    [GeneratedRegex("^  - path: (?<path>\\S+)\n    permissions: \"[0-7]+\"\n    content: \\|\n(?<content>((      .*)?\n)+)", RegexOptions.Multiline)]
    private static partial Regex File();
}
