namespace S2SVpn.Rehearsal.Offline;

/// <summary>Finds programs as a shell does.</summary>
internal static class Programs
{
    /// <summary>The file of a program: by its path, or by its name in PATH; null where there is none.</summary>
    public static string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal) || (OperatingSystem.IsWindows() && program.Contains('\\', StringComparison.Ordinal)))
        {
            return Endings.Select(ending => Path.GetFullPath(program + ending)).FirstOrDefault(File.Exists);
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }

    // On Windows npx is npx.cmd.
    private static IEnumerable<string> Endings => OperatingSystem.IsWindows()
        ? [.. (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';'), ""]
        : [""];
}
