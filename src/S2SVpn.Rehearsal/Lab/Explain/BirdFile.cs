using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with a machine's bird.conf beside its BGP sessions, which the lab runs.</summary>
internal static class BirdFile
{
    public static IEnumerable<string> Causes(ApplianceMachineNode machine, string file)
    {
        if (Interpreters.BirdError(machine.BirdText) is { } error)
        {
            yield return $"BIRD of {machine.Name} can't read {file}, so that it does not start: {error}";
        }

        var protocols = machine.BirdProtocols;
        if (!protocols.HasDevice)
        {
            yield return $"BIRD of {machine.Name} does not look at the machine's interfaces: {file} has no protocol device.";
        }

        if (!protocols.GivesWhatItLearns)
        {
            yield return $"BIRD of {machine.Name} does not give the kernel what it learns, and nothing else: protocol kernel in {file} is to export where source = RTS_BGP, into the main table.";
        }
        else if (protocols.Changes.FirstOrDefault(change => change != ("krt_prefsrc", machine.PrivateIp)).Name is { } change)
        {
            yield return $"BIRD of {machine.Name} gives the kernel other routes than it learns: protocol kernel in {file} sets {change} of each.";
        }
        else if (machine.TunnelLines.Count(line => machine.Bgp(line[0]) is not null) > 1 && !protocols.GivesAllWays)
        {
            yield return $"BIRD of {machine.Name} gives the kernel one way alone to each network (merge paths in {file} is off), so that it sends into one of its tunnels.";
        }
    }
}
