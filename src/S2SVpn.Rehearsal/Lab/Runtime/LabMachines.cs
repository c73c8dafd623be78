using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>
/// The machines of appliances as things that can fail: turned off and on, hanging, moved to another address. Their own units look after them, and
/// after the routes of a pair.
/// </summary>
internal sealed class LabMachines : IDisposable
{
    private readonly RunningLab _lab;
    private readonly LabEnds _ends;
    private readonly LabPrograms _programs;
    private readonly Dictionary<string, MachineUnits> _units = [];
    private readonly HashSet<string> _hanging = [];
    private readonly Lock _one = new();

    public LabMachines(RunningLab lab, LabEnds ends, LabPrograms programs)
    {
        (_lab, _ends, _programs) = (lab, ends, programs);
        foreach (var gateway in lab.Layout.Gateways.Where(gateway => gateway.Appliance.Count > 0))
        {
            var pair = TwinFacts.Of(gateway.Appliance) is { } facts ? MachinePairNet.Make(lab.Layout, gateway, facts, ends, programs) : null;
            if (pair is not null)
            {
                Pairs.Add(pair);
            }

            foreach (var machine in gateway.Appliance)
            {
                StartUnits(gateway, machine);
            }
        }
    }

    /// <summary>The machines that stand in for each other.</summary>
    public List<MachinePairNet> Pairs { get; } = [];

    /// <summary>The ends of a machine's tunnels.</summary>
    public IReadOnlyList<LabTunnelEnd> EndsOf(GatewayNode gateway, ApplianceMachineNode machine) =>
        [.. _lab.Layout.EndsOf(gateway).Where(end => end.Appliance?.Machine.Name == machine.Name)];

    /// <summary>Turns a machine off, without a word to anybody.</summary>
    public void TurnOff(GatewayNode gateway, ApplianceMachineNode machine)
    {
        _units[machine.Name].Dispose();
        Pair(gateway)?.Stopped(machine, isStopped: true);
        Stop(gateway, machine);
    }

    /// <summary>Turns it on: all that it has now is from its files.</summary>
    public void TurnOn(GatewayNode gateway, ApplianceMachineNode machine)
    {
        Boot(gateway, machine);
        Pair(gateway)?.Stopped(machine, isStopped: false);
        StartUnits(gateway, machine);
    }

    /// <summary>Has a service of a machine hang: charon, or BIRD where it is all that there is.</summary>
    public void Hang(GatewayNode gateway, ApplianceMachineNode machine)
    {
        lock (_one)
        {
            _hanging.Add(machine.Name);
        }

        if (EndsOf(gateway, machine).Where(end => end.Appliance is StrongswanEnd).ToList() is { Count: > 0 } charons)
        {
            charons.ForEach(end => _lab.Charon(end).Freeze());
        }
        else
        {
            _lab.Bird(gateway).Freeze();
        }
    }

    /// <summary>Whether a service of the machine hangs still.</summary>
    public bool Hangs(ApplianceMachineNode machine)
    {
        lock (_one)
        {
            return _hanging.Contains(machine.Name);
        }
    }

    /// <summary>Restarts what hangs, as its unit should have.</summary>
    public void Unhang(GatewayNode gateway, ApplianceMachineNode machine) => Restart(gateway, machine, "");

    /// <summary>Gives a machine another public address, of which nothing knows yet.</summary>
    public void MoveAddress(GatewayNode gateway, ApplianceMachineNode machine, Ipv4 to)
    {
        foreach (var end in EndsOf(gateway, machine))
        {
            var before = _ends.Daemon(end).End;
            _ends.Rewire(before, before with { Outside = to });
        }
    }

    /// <summary>What an apply then does: the machine's files and its peers have the new address.</summary>
    public void Tell(GatewayNode gateway, ApplianceMachineNode machine, Ipv4 from, Ipv4 to)
    {
        foreach (var end in EndsOf(gateway, machine))
        {
            var partner = _lab.Layout.Partner(end);
            foreach (var each in new[] { partner, end }.OfType<LabTunnelEnd>())
            {
                var before = _ends.Daemon(each).End;
                var after = before.Moved(from, to);
                // The machine's own address is there already.
                if (after.PeerOutside != before.PeerOutside)
                {
                    _ends.Rewire(before, after);
                }

                _ends.Stop(before);
                _ends.Boot(after);
            }
        }
    }

    public void Dispose()
    {
        foreach (var units in _units.Values)
        {
            units.Dispose();
        }

        Pairs.ForEach(pair => pair.Dispose());
    }

    private MachinePairNet? Pair(GatewayNode gateway) => Pairs.Find(pair => pair.Gateway == gateway);

    private void StartUnits(GatewayNode gateway, ApplianceMachineNode machine) => _units[machine.Name] = MachineUnits.Start(
        machine, EndsOf(gateway, machine), gateway, Pair(gateway)?.Space(gateway.Appliance.ToList().IndexOf(machine)), _programs, service => Restart(gateway, machine, service));

    private void Stop(GatewayNode gateway, ApplianceMachineNode machine)
    {
        foreach (var end in EndsOf(gateway, machine))
        {
            _ends.Stop(end);
        }
    }

    private void Boot(GatewayNode gateway, ApplianceMachineNode machine)
    {
        foreach (var end in EndsOf(gateway, machine))
        {
            _ends.Boot(_ends.Daemon(end).End);
        }
    }

    // Both machines of a pair ask for the one BIRD that they share.
    private void Restart(GatewayNode gateway, ApplianceMachineNode machine, string service)
    {
        lock (_one)
        {
            var name = service == "bird" ? gateway.Appliance.Select(each => each.Name).FirstOrDefault(_hanging.Contains) : machine.Name;
            if (name is null || !_hanging.Contains(name))
            {
                return;
            }

            if (EndsOf(gateway, machine).Any(end => end.Appliance is StrongswanEnd))
            {
                Stop(gateway, machine);
                Boot(gateway, machine);
            }
            else
            {
                _lab.RestartBird(gateway);
            }

            _ = _hanging.Remove(name);
        }
    }
}
