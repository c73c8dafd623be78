using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>Which units run on a machine, by the commands of its first start and by what units take along.</summary>
internal sealed partial class SystemdStart
{
    private readonly HashSet<string> _started;
    private readonly HashSet<string> _enabled;
    private readonly HashSet<string> _masked = [];

    /// <param name="config">What the machine is given.</param>
    /// <param name="units">The units that its files describe.</param>
    /// <param name="ofPackages">Units of its packages, which start by themselves.</param>
    public SystemdStart(CloudConfig config, IReadOnlyList<SystemdUnit> units, IEnumerable<string> ofPackages)
    {
        (_started, _enabled) = ([.. ofPackages], [.. ofPackages]);
        foreach (var command in config.BootCommands.Concat(config.Commands).SelectMany(command => Separators().Split(command)))
        {
            Follow(command.Split([' ', '\'', '"'], StringSplitOptions.RemoveEmptyEntries), units);
        }

        // What runs at each start needs nobody to enable it.
        foreach (var unit in _started.Where(unit => config.BootCommands.Any(command => command.Contains(unit, StringComparison.Ordinal))))
        {
            _enabled.Add(unit);
        }

        Close(_started, units);
        Close(_enabled, units);
    }

    /// <summary>Whether it runs after the machine's first start.</summary>
    public bool IsStarted(string unit) => _started.Contains(unit);

    /// <summary>Whether it runs after each later one.</summary>
    public bool IsEnabled(string unit) => _enabled.Contains(unit);

    private void Follow(string[] words, IReadOnlyList<SystemdUnit> units)
    {
        var at = Array.FindIndex(words, word => word == "systemctl" || word.EndsWith("/systemctl", StringComparison.Ordinal));
        var (verb, names) = at < 0 ? ("", []) : (words.Skip(at + 1).FirstOrDefault(word => word[0] != '-') ?? "", words.Skip(at + 1).Where(word => word[0] != '-').Skip(1).Select(Full).ToList());
        var now = words.Contains("--now");
        names.RemoveAll(name => verb is not ("mask" or "unmask") && _masked.Contains(name));
        if (verb is "start" or "restart" or "reload-or-restart" || (now && verb is "enable" or "reenable"))
        {
            _started.UnionWith(names);
        }

        if (verb is "enable" or "reenable")
        {
            _enabled.UnionWith(names.Where(name => units.All(unit => unit.Name != name || unit.HasInstall)));
        }

        if (verb is "stop" or "mask" || (now && verb == "disable"))
        {
            _started.ExceptWith(names);
        }

        if (verb is "disable" or "mask")
        {
            _enabled.ExceptWith(names);
        }

        if (verb == "mask")
        {
            _masked.UnionWith(names);
        }
        else if (verb == "unmask")
        {
            _masked.ExceptWith(names);
        }
    }

    private static void Close(HashSet<string> running, IReadOnlyList<SystemdUnit> units)
    {
        while (units.Where(unit => running.Contains(unit.Name)).SelectMany(unit => unit.Started).Where(running.Add).ToList().Count > 0)
        {
        }
    }

    private static string Full(string name) => name.Contains('.', StringComparison.Ordinal) ? name : $"{name}.service";

    [GeneratedRegex("&&|\\|\\||;|\n")]
    private static partial Regex Separators();
}
