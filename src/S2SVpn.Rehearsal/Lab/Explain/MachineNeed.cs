using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Something that a machine that tunnels end on needs of its cloud, or of what it is given.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Expected">What it comes to.</param>
/// <param name="Otherwise">What is there in its place.</param>
/// <param name="Fault">What keeps it from that, or gives it more; null for nothing.</param>
internal sealed record MachineNeed(string Name, string Expected, string Otherwise, LabExplanation? Fault)
{
    /// <summary>All that a machine needs: what it installs and starts, and what its cloud lets it reach, read and change.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="peers">The addresses that its tunnels go to.</param>
    public static IReadOnlyList<MachineNeed> Of(ApplianceMachineNode machine, IReadOnlyList<Ipv4> peers)
    {
        var (keys, routes) = machine.Cloud == Cloud.Aws ? AwsMachineRights.Of(machine) : AzureMachineRights.Of(machine);
        var needs = new List<MachineNeed>
        {
            new("user data", "all that its programs need", "less than that", MachineContent.Fault(machine)),
            new("cloud", "a way to its peers and its cloud", "no way", MachineWays.Fault(machine, peers)),
            new("keys", "the right to the keys of its own tunnels, and no others", "other rights", keys),
        };
        return machine.Tables.Count == 0 ? needs : [.. needs, new("routes", "the right to move the routes of its pair, and no others", "other rights", routes)];
    }

    /// <summary>What a machine lacks that has no role at all.</summary>
    public static (LabExplanation? Keys, LabExplanation? Routes) WithoutRole(ApplianceMachineNode machine, string argument)
    {
        var fault = new LabExplanation
        {
            Cause = $"{machine.Instance} has no {argument}, and so no rights in its cloud: it may not fetch a key.",
            Resources = [machine.Instance.Address],
        };
        return (fault, fault);
    }
}
