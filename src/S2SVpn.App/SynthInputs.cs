namespace S2SVpn.App;

/// <summary>All that a synth is made of: the request's file, the variables that it names, CDKTF's context, and this program.</summary>
internal sealed class SynthInputs
{
    private const string ContextVariable = "CDKTF_CONTEXT_JSON";

    private readonly string _files;

    private SynthInputs(string files) => _files = files;

    /// <summary>Takes the files as they are now, so before the request is read.</summary>
    /// <returns>Null where the request is no ordinary file.</returns>
    public static SynthInputs? Of(string request)
    {
        try
        {
            return new FileInfo(request) is { Exists: true, Length: > 0 } ? new SynthInputs(Files(request)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>One value for all of it.</summary>
    /// <param name="variables">The names of the environment's variables that the request was filled from.</param>
    public string Hash(IEnumerable<string> variables)
    {
        using var hash = new HashedParts();
        hash.Add(_files);
        foreach (var name in variables.Append(ContextVariable).Distinct().Order(StringComparer.Ordinal))
        {
            hash.Add(name);
            hash.Add(Environment.GetEnvironmentVariable(name) is { } value ? $"is {value}" : "is not set");
        }

        return hash.Text();
    }

    private static string Files(string request)
    {
        using var hash = new HashedParts();
        hash.Add(Path.GetFileName(request));
        hash.Add(File.ReadAllBytes(request));
        hash.Add(File.Exists("cdktf.json") ? File.ReadAllText("cdktf.json") : "");
        foreach (var part in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles().OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            hash.Add($"{part.Name} {part.Length} {part.LastWriteTimeUtc.Ticks}");
        }

        return hash.Text();
    }
}
