using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Files that units, commands and programs of a machine name, and that its user data does not write, or not as programs.</summary>
internal static partial class MachineReferences
{
    /// <param name="machine">The machine.</param>
    /// <param name="units">The units that run on it.</param>
    public static IEnumerable<string> Causes(ApplianceMachineNode machine, IReadOnlyList<SystemdUnit> units)
    {
        var commands = machine.Config.BootCommands.Concat(machine.Config.Commands).ToList();
        var run = units.SelectMany(unit => unit.Commands.Select(words => (Who: unit.Name, Words: words)))
            .Concat(commands.Select(command => (Who: "A command", Words: command.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(each => each.Words.Length > 0))
            .ToList();
        // What a command names may come from it.
        bool IsMissing(string path) => !Has(machine, path) && !commands.Exists(command => command.Contains(path, StringComparison.Ordinal));
        return run.Select(each => Program(machine, each.Who, each.Words[0], IsMissing(each.Words[0])))
            .Concat(run.SelectMany(each => each.Words.Skip(1).Select(word => Read(machine, each.Who, word, IsMissing))))
            .Concat(machine.Files.SelectMany(file => Named(file.Key, file.Value).Select(path => Read(machine, file.Key, path, IsMissing)).Append(Module(machine, file.Key, file.Value))))
            .OfType<string>();
    }

    // man 5 systemd.exec: without the right or the interpreter a unit ends with 203/EXEC.
    private static string? Program(ApplianceMachineNode machine, string who, string path, bool isMissing) => !Own().IsMatch(path) ? null
        : isMissing ? $"{who} of {machine.Name} executes {path}, which is not there: its user data writes no such file."
        : machine.Config.Files.GetValueOrDefault(path) is not { } file ? null
        : !file.IsExecutable ? $"{who} of {machine.Name} executes {path}, which is not executable: its permissions are {file.Mode}."
        : !file.Content.StartsWith("#!/", StringComparison.Ordinal) ? $"{who} of {machine.Name} executes {path}, which does not start with the #! line of its interpreter."
        : null;

    private static string? Read(ApplianceMachineNode machine, string who, string path, Func<string, bool> isMissing) => Own().IsMatch(path) && isMissing(path)
        ? $"{who} of {machine.Name} reads {path}, which is not there: its user data writes no such file."
        : null;

    private static string? Module(ApplianceMachineNode machine, string who, string text) =>
        Import().Matches(text).Select(match => $"{match.Groups["name"].Value}.py").FirstOrDefault(module => !machine.Files.Keys.Any(file => file.EndsWith($"/{module}", StringComparison.Ordinal))) is { } missing
            ? $"{who} of {machine.Name} reads {missing}, which is not there: its user data writes no such file."
            : null;

    // A program may look whether a file is there.
    private static IEnumerable<string> Named(string path, string text) => !text.StartsWith("#!", StringComparison.Ordinal) && !path.StartsWith("/usr/local/", StringComparison.Ordinal)
        ? []
        : text.Split('\n').Where(line => !line.TrimStart().StartsWith('#') && !Optional().IsMatch(line)).SelectMany(line => Path().Matches(line.Split(" # ")[0]).Select(match => match.Value)).Distinct();

    private static bool Has(ApplianceMachineNode machine, string path) => machine.Files.ContainsKey(path) || machine.Files.Keys.Any(file => file.StartsWith($"{path.TrimEnd('/')}/", StringComparison.Ordinal));

    // Folders that neither the image nor a package puts anything into.
    [GeneratedRegex(@"^/(usr/local|etc/s2s|opt)/|^/etc/[\w./-]*\bs2s")]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<![\w./-])/(usr/local|etc|opt)/[\w./-]*\w")]
    private static partial Regex Path();

    [GeneratedRegex(@"(\[|\btest)\s+(!\s+)?-[defrsx]\s|\|\|\s*true|\bexists\(|\bisfile\(|\bisdir\(")]
    private static partial Regex Optional();

    [GeneratedRegex(@"^\s*(import|from) +(?<name>s2s\w+)", RegexOptions.Multiline)]
    private static partial Regex Import();
}
