namespace S2SVpn.App;

/// <summary>
/// What a synth was made of and what it wrote, as one small file beside that. Where both are still as they were, another synth would write
/// the same. It holds names and hashes, no values.
/// </summary>
internal sealed class SynthRecord
{
    private const string FileName = ".s2svpn";

    private readonly List<string> _lines = [];

    /// <summary>Where the stacks were written, for who asks what is up to date.</summary>
    public IEnumerable<string> Stacks => Named("stack");

    /// <summary>How many findings the request had: warnings and advice, as no error lets a synth pass.</summary>
    public int Findings => int.TryParse(Named("findings").FirstOrDefault(), out var count) ? count : 0;

    /// <summary>Makes one for what a synth wrote into a folder, and puts it there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="inputs">What it was made of.</param>
    /// <param name="request">The request, as it was read.</param>
    public static void Write(string folder, SynthInputs inputs, LoadedRequest request)
    {
        var record = new SynthRecord();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal).ToList();
        record._lines.AddRange(
        [
            "# What was made of what, so that a synth of nothing new is spared. It may be deleted.",
            $"of {inputs.Hash(request.Variables)}",
            .. request.Variables.Distinct().Select(name => $"variable {name}"),
            .. request.Plan.Terraform.Stacks.Select(stack => $"stack {stack.Name}"),
            $"findings {request.Findings}",
            .. files.Select(file => $"file {file}"),
            $"wrote {Wrote(folder, files)}",
        ]);
        File.WriteAllLines(Path.Combine(folder, FileName), record._lines);
    }

    /// <summary>The record of a folder that still holds; null where a synth has to be made.</summary>
    public static SynthRecord? StillTrue(string folder, SynthInputs inputs)
    {
        try
        {
            var record = new SynthRecord();
            record._lines.AddRange(File.ReadAllLines(Path.Combine(folder, FileName)));
            return inputs.Hash(record.Named("variable")) == record.Named("of").Single()
                && Wrote(folder, record.Named("file")) == record.Named("wrote").Single()
                && !OrphanedState.In(folder, record.Stacks).Any()
                ? record
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string Wrote(string folder, IEnumerable<string> files)
    {
        using var hash = new HashedParts();
        foreach (var file in files)
        {
            hash.Add(file);
            hash.Add(File.ReadAllBytes(Path.Combine(folder, file)));
        }

        return hash.Text();
    }

    private IEnumerable<string> Named(string kind) => _lines.Where(line => line.StartsWith($"{kind} ", StringComparison.Ordinal)).Select(line => line[(kind.Length + 1)..]);
}
