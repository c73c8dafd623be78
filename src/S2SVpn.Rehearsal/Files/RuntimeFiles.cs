using System.Globalization;
using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Files;

/// <summary>
/// What .NET itself has in the folder for temporary files as long as a process lives: where debuggers attach. A process that is
/// killed leaves it, and so it notes the names in its lock.
/// </summary>
internal static partial class RuntimeFiles
{
    /// <summary>Writes the names of this process's files.</summary>
    public static void Note(FileStream @lock)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A process's number is given again; when it started tells it from the one before. What follows the name is field 3.
        var started = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[22 - 3];
        var process = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{started}");
        @lock.Write(System.Text.Encoding.ASCII.GetBytes($"clr-debug-pipe-{process}-in\nclr-debug-pipe-{process}-out\ndotnet-diagnostic-{process}-socket\n"));
        @lock.Flush();
    }

    /// <summary>Deletes those of a process that has ended.</summary>
    /// <param name="lock">Its lock.</param>
    /// <param name="folder">Where they are.</param>
    public static void Delete(FileStream @lock, string folder)
    {
        using var reader = new StreamReader(@lock, leaveOpen: true);
        foreach (var name in reader.ReadToEnd().Split('\n').Where(name => Form().IsMatch(name)))
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    [GeneratedRegex(@"^(clr-debug-pipe|dotnet-diagnostic)-\d+-\d+-(in|out|socket)\z")]
    private static partial Regex Form();
}
