using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Programs of a machine that their interpreters would not take.</summary>
internal static class ProgramSyntax
{
    public static IEnumerable<string> Causes(ApplianceMachineNode machine)
    {
        foreach (var (path, text) in machine.Files.Where(file => IsShell(file.Key, file.Value)))
        {
            if (Interpreters.ShellError(text) is { } error)
            {
                yield return Cause(machine, path, "the shell", error);
            }
        }

        if (Interpreters.PythonError(machine.Files.Where(file => IsPython(file.Key, file.Value)).ToDictionary()) is { } refused)
        {
            yield return Cause(machine, refused.Path, "Python", refused.Error);
        }
    }

    private static string Cause(ApplianceMachineNode machine, string path, string interpreter, string error) =>
        $"{path} of {machine.Name} is nothing that {interpreter} can read, so that it ends as soon as it is started: {error}";

    private static bool IsShell(string path, string text) => path.EndsWith(".sh", StringComparison.Ordinal) || Interpreter(text)?.EndsWith("sh", StringComparison.Ordinal) == true;

    private static bool IsPython(string path, string text) => path.EndsWith(".py", StringComparison.Ordinal) || Interpreter(text)?.Contains("python3", StringComparison.Ordinal) == true;

    private static string? Interpreter(string text) => text.StartsWith("#!", StringComparison.Ordinal) ? text.Split('\n')[0].Trim() : null;
}
