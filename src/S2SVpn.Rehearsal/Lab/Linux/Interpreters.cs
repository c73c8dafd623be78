using S2SVpn.Rehearsal.Files;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>What the shell and Python say of programs that they only read; nothing of them is run.</summary>
internal static class Interpreters
{
    private const string Compile = "import sys\nfor path, text in zip(sys.argv[1::2], sys.argv[2::2]): compile(text, path, 'exec')";

    /// <summary>What the shell says; null for nothing.</summary>
    public static string? ShellError(string text) => HostMachine.Run("sh", ["-n", "-c", text]) is (not 0, var error) ? Last(error) : null;

    /// <summary>Which program Python does not take first, and what it says; null for none, or without Python.</summary>
    public static (string Path, string Error)? PythonError(IReadOnlyDictionary<string, string> programs)
    {
        if (programs.Count == 0 || LabPrograms.Find("python3") is not { } python
            || HostMachine.Run(python, ["-I", "-c", Compile, .. programs.SelectMany(program => new[] { program.Key, program.Value })]) is not (not 0, var error))
        {
            return null;
        }

        return (programs.Keys.FirstOrDefault(path => error.Contains($"\"{path}\"", StringComparison.Ordinal)) ?? programs.Keys.First(), Last(error));
    }

    /// <summary>What BIRD says of a configuration that it does not take; null for nothing, or without BIRD.</summary>
    public static string? BirdError(string configuration)
    {
        if (LabPrograms.Find("bird") is not { } bird)
        {
            return null;
        }

        using var folder = Scratch.Create();
        var file = Path.Combine(folder.Path, "bird.conf");
        File.WriteAllText(file, configuration);
        return HostMachine.Run(bird, ["-p", "-c", file]) is (not 0, var error) ? Last(error).Replace("bird: ", "", StringComparison.Ordinal).Replace($"{file}:", "line ", StringComparison.Ordinal) : null;
    }

    private static string Last(string error) => error.Trim().Split('\n')[^1].Trim();
}
