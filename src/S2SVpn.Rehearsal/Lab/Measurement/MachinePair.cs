using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>Two machines on the two sides of a link, and how the first reaches the second.</summary>
internal sealed record MachinePair(MachineNode From, MachineNode To, Ipv4 Target)
{
    public LabProbe Probe => new(From, To, Target);

    /// <summary>The first one's address as the second sees it.</summary>
    public required Ipv4 Source { get; init; }

    /// <summary>One pair each way for every two subnets that a link joins.</summary>
    public static IReadOnlyList<MachinePair> Of(CheckContext context)
    {
        var joined = context.TunnelPairs
            .Where(tunnelPair => tunnelPair.Aws is not null && tunnelPair.Azure is not null)
            .Select(tunnelPair => (Aws: tunnelPair.Aws!.Gateway, Azure: tunnelPair.Azure!.Gateway))
            .Distinct();
        return joined
            .SelectMany(link =>
                from aws in context.Lab.Layout.Machines.Where(machine => machine.Gateway == link.Aws)
                from azure in context.Lab.Layout.Machines.Where(machine => machine.Gateway == link.Azure)
                from pair in new[] { (From: azure, To: aws), (From: aws, To: azure) }
                where !IsHidden(context, pair.To)
                select Between(context, pair.From, pair.To))
            .ToList();
    }

    /// <summary>The same two machines, at their edges: each further address of one with the own address of the other.</summary>
    public IEnumerable<MachinePair> AtEdges(CheckContext context) =>
        From.Edges.Select(edge => Between(context, From with { Address = edge }, To)).Concat(To.Edges.Select(edge => Between(context, From, To with { Address = edge })));

    private static MachinePair Between(CheckContext context, MachineNode from, MachineNode to) => new(from, to, Seen(context, from, to)) { Source = Seen(context, to, from) };

    // A machine behind a dynamic NAT rule can't be reached from outside.
    private static bool IsHidden(CheckContext context, MachineNode machine) => context.Lab.Layout.Gateways
        .SelectMany(gateway => gateway.Translations.Where(rule => rule is { OneToOne: false, Connections.Count: > 0 } && rule.Outgoing == (gateway.Id == machine.Gateway)))
        .Any(rule => rule.From.Contains(machine.Address));

    // Behind a static NAT rule the other side sees another address.
    private static Ipv4 Seen(CheckContext context, MachineNode from, MachineNode to)
    {
        var rules = context.Lab.Layout.Gateways.SelectMany(gateway => gateway.Translations
            .Where(rule => rule.OneToOne && rule.Connections.Count > 0 && rule.From.Contains(to.Address))
            .Where(rule => gateway.Id == (rule.Outgoing ? to.Gateway : from.Gateway)));
        return rules.FirstOrDefault() is { } found ? found.To.First.Plus((long)to.Address.Value - found.From.First.Value) : to.Address;
    }
}
