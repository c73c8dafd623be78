using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with a machine's user data: the lab starts its programs itself, where a machine installs and starts them by what it is given.</summary>
internal sealed class MachineContent
{
    // Programs that the image does not have, and what brings them: packages.ubuntu.com/noble. charon-systemd depends on swanctl.
    private static readonly (string What, string Unit, string[] Packages)[] Software =
    [
        ("charon", "strongswan.service", ["charon-systemd"]),
        ("swanctl", "", ["strongswan-swanctl", "charon-systemd"]),
        ("wg", "", ["wireguard-tools", "wireguard"]),
        ("BIRD", "bird.service", ["bird2"]),
    ];

    private readonly ApplianceMachineNode _machine;
    private readonly CloudConfig _config;
    private readonly IReadOnlyList<SystemdUnit> _units;
    private readonly SystemdStart _start;

    private MachineContent(ApplianceMachineNode machine)
    {
        (_machine, _config, _units) = (machine, machine.Config, SystemdUnit.Of(machine.Files));
        _start = new SystemdStart(_config, _units, Software.Where(each => each.Unit.Length > 0 && Installs(each.Packages)).Select(each => each.Unit));
    }

    /// <summary>The first fault; null for none.</summary>
    public static LabExplanation? Fault(ApplianceMachineNode machine) => new MachineContent(machine).Causes()
        .Select(cause => new LabExplanation { Cause = cause, Resources = [machine.Instance.Address] })
        .FirstOrDefault();

    private IEnumerable<string> Causes() => Format()
        .Concat(SwanctlConfiguration.Causes(_machine))
        .Concat(MachineSettings.Causes(_machine))
        .Concat(Installed())
        .Concat(MachineReferences.Causes(_machine, [.. _units.Where(unit => _start.IsStarted(unit.Name))]))
        .Concat(Running())
        .Concat(Routing())
        .Concat(MachineFilterRules.Causes(_machine))
        .Concat(ProgramSyntax.Causes(_machine));

    // docs.cloud-init.io/en/latest/explanation/format.html
    private IEnumerable<string> Format()
    {
        if (!_config.HasHeader)
        {
            yield return $"The user data of {_machine.Name} does not start with the line #cloud-config, so that cloud-init ignores it: nothing is installed on the machine.";
        }

        if (_config.SyntaxError is { } error)
        {
            yield return $"The user data of {_machine.Name} is not valid YAML ({error}), so that cloud-init ignores it: nothing is installed on the machine.";
        }
    }

    private IEnumerable<string> Installed()
    {
        var needed = Needed();
        return Software.Where((each, index) => needed[index] && !Installs(each.Packages))
            .Select(each => $"The user data of {_machine.Name} does not install {each.What}: the package {each.Packages[0]} is not among its packages.");
    }

    // In the order of the software.
    private bool[] Needed() => [_machine.Ends.Count > 0, _machine.Ends.Count > 0, _machine.WireguardEnds.Count > 0, _machine.BirdFile is not null];

    private IEnumerable<string> Running()
    {
        if (_config.End is "poweroff" or "halt")
        {
            yield return $"{_machine.Name} turns itself off after its first start: power_state of its user data says {_config.End}.";
        }

        foreach (var each in Software.Where((each, index) => each.Unit.Length > 0 && Needed()[index] && Installs(each.Packages) && !(_start.IsStarted(each.Unit) && _start.IsEnabled(each.Unit))))
        {
            yield return $"A command of the user data of {_machine.Name} stops or disables {each.Unit}, and none starts it for good: {each.What} does not run.";
        }

        foreach (var unit in _units.Where(unit => unit.HasTooManyCommands))
        {
            yield return $"systemd refuses {unit.Name} of {_machine.Name}: it has more than one ExecStart (an empty one before it takes away that of the package).";
        }

        foreach (var unit in _units.Where(unit => unit.LostFolder is { } folder && _machine.Files.Values.Count(text => text.Contains($"{folder}/", StringComparison.Ordinal)) > 1))
        {
            yield return $"systemd deletes {unit.LostFolder} of {_machine.Name} as soon as {unit.Name} has ended (RuntimeDirectoryPreserve is not yes), and with it what others read there.";
        }

        foreach (var (unit, hindrance) in _units.Select(unit => (unit, unit.Hindrance(_machine.Files))).Where(each => each.Item2 is not null))
        {
            yield return $"systemd keeps {unit.Name} of {_machine.Name} from its work: with {hindrance} it lacks the network, the rights of root, its usual settings or its start.";
        }

        foreach (var (program, what) in Programs())
        {
            var units = _units.Where(unit => unit.Commands.Any(words => words.Any(word => word == program || word.EndsWith($"/{program}", StringComparison.Ordinal)))).Select(unit => unit.Name).ToList();
            if (units.Count == 0)
            {
                yield return $"No unit of {_machine.Name} executes {program}, which {what}.";
            }
            else if (!units.Exists(_start.IsStarted))
            {
                yield return $"Nothing starts {string.Join(", ", units)} on {_machine.Name}: no command of its user data does, and no unit that runs. It executes {program}, which {what}.";
            }
            else if (!units.Exists(_start.IsEnabled))
            {
                yield return $"{string.Join(", ", units)} of {_machine.Name} does not start again after a restart of the machine: its user data does not enable it, or it has no [Install] section. It executes {program}, which {what}.";
            }
        }
    }

    // A machine restarts by itself for updates.
    private IEnumerable<(string Program, string What)> Programs() =>
    [
        ("s2s-network", "makes the interfaces of the tunnels"),
        ("s2s-keys", "fetches the keys of the tunnels"),
        ("s2s-watch", "turns routes on and off with their tunnels"),
        .. _machine.Tables.Count > 0 ? [("s2s-route", "moves the routes of the pair")] : Array.Empty<(string, string)>(),
        .. _machine.Known["metrics"] is not null ? [("s2s-metric", "tells CloudWatch of the tunnels")] : Array.Empty<(string, string)>(),
    ];

    private IEnumerable<string> Routing()
    {
        if (_machine.BirdFile is not { } file)
        {
            yield break;
        }

        var words = _units.FirstOrDefault(unit => unit.Name == "bird.service")?.Values("ExecStart") is [.., var last] ? last.Split(' ') : [];
        var read = words.SkipWhile(word => word != "-c").Skip(1).FirstOrDefault() ?? "/etc/bird/bird.conf";
        if (read != file)
        {
            yield return $"BIRD of {_machine.Name} reads {read}, and its BGP sessions are in {file}.";
        }

        if (_config.Files.GetValueOrDefault(file) is { IsReadByOthers: false } hidden)
        {
            yield return $"BIRD of {_machine.Name} can't read {file}, so that it does not start: it runs as the user bird, and the file's permissions are {hidden.Mode}.";
        }

        foreach (var cause in BirdFile.Causes(_machine, file))
        {
            yield return cause;
        }

        foreach (var (name, bgp, line) in _machine.TunnelLines.Select(line => (line[0], _machine.Bgp(line[0]), line)))
        {
            if (bgp is not null && line is [_, _, var own, var peer, ..] && ($"{bgp.Address}", $"{bgp.Peer}") != (own, peer))
            {
                yield return $"The interface {name} of {_machine.Name} leads from {own} to {peer}, and its BGP session goes from {bgp.Address} to {bgp.Peer}.";
            }
        }
    }

    private bool Installs(string[] packages) => packages.Any(package => _config.Packages.Contains(package) || _config.Commands.Concat(_config.BootCommands).Any(command => command.Split(' ').Contains(package)));
}
