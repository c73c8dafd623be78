using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>
/// The rules of each filter say what the request's access says, no less and no more: asked at both edges of every network and range of
/// ports that either of them names, and just outside. Packets are sent from and to addresses of subnets only; this needs none.
/// </summary>
internal static class FilterChecks
{
    // In no list of a request: what lets it through lets everything through.
    private const int AnyPort = 50111;

    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        // Where a translation is another one than was designed, the routes say so, and no filter is to blame.
        var isTranslatedAnew = context.Lab.Layout.Gateways.SelectMany(gateway => gateway.Translations).Any(rule => context.Design.Translations.All(designed => designed.Rule != rule.Name))
            || context.TunnelPairs.Any(pair => pair.Ends.Any(end => TranslationExplainer.Of(context, pair, end, []) is not null));
        return context.Lab.Layout.Machines
            .Where(machine => machine.Filter is not null && !isTranslatedAnew)
            // What an existing group lets in is what is added to it here; what it lets out is its owner's.
            .SelectMany(machine => machine.IsOurs
                ? new[] { Check(context, machine, inbound: true), Check(context, machine, inbound: false) }
                : machine.Cloud == Cloud.Aws ? [Check(context, machine, inbound: true)] : []);
    }

    private static LabCheck Check(CheckContext context, MachineNode machine, bool inbound)
    {
        if (Within(machine, inbound) is { } shut)
        {
            return new LabCheck
            {
                Group = "filters",
                Name = $"{machine.Address} {(inbound ? "in" : "out")}",
                Passed = false,
                Expected = "what 'access' lists, and no more",
                Seen = $"{shut.What} are blocked",
                Explanation = AccessExplainer.Shut(shut.Filter, shut.Line, shut.What),
            };
        }

        if (Narrow(context, machine, inbound) is { } narrow)
        {
            return new LabCheck
            {
                Group = "filters",
                Name = $"{machine.Address} {(inbound ? "in" : "out")}",
                Passed = false,
                Expected = "what 'access' lists, and no more",
                Seen = string.Create(CultureInfo.InvariantCulture, $"of icmp, only echo requests (access {narrow.Flow})"),
                Explanation = AccessExplainer.EchoOnly(machine.Filter!, narrow.Line, narrow.Flow),
            };
        }

        var wrong = Attempts(context, machine, inbound).FirstOrDefault(each => each.Passes != (each.Attempt.Flow is not null)).Attempt;
        return new LabCheck
        {
            Group = "filters",
            Name = $"{machine.Address} {(inbound ? "in" : "out")}",
            Passed = wrong is null,
            Expected = "what 'access' lists, and no more",
            Seen = wrong is null ? "what 'access' lists, and no more" : Seen(wrong),
            Explanation = wrong is null ? null : AccessExplainer.ExplainOne(wrong, inbound),
        };
    }

    // What crosses no tunnel, and a filter made for one may shut all the same. AWS's groups only allow, and only what is listed.
    private static (MachineFilter Filter, FilterLine Line, string What)? Within(MachineNode machine, bool inbound)
    {
        // learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
        (string What, Ipv4 Peer)[] peers = machine.Cloud != Cloud.Azure ? []
            : inbound ? [("packets from machines of the same subnet", Neighbour(machine)), ("health probes of Azure's load balancers, from 168.63.129.16,", Ipv4.Parse("168.63.129.16"))]
            : [("packets to machines of the same subnet", Neighbour(machine))];
        return peers
            .SelectMany(peer => machine.Filter!.Each().Select(filter => (Filter: filter, Line: (inbound ? filter.Inbound : filter.Outbound).First(line => line.IsAbout(peer.Peer, machine.Address) && line.IsAbout(Protocol.Tcp, AnyPort)), peer.What)))
            .Where(each => !each.Line.Allows)
            .Select(each => ((MachineFilter, FilterLine, string)?)each)
            .FirstOrDefault();
    }

    // Pings pass, and what else a request means by icmp does not.
    private static (FilterLine Line, int Flow)? Narrow(CheckContext context, MachineNode machine, bool inbound) =>
        (from flow in context.Design.Flows
         where flow.Protocol is Protocol.Icmp or Protocol.Any && (inbound ? flow.ToCloud : flow.FromCloud) == machine.Cloud && Cidr.Parse(inbound ? flow.To : flow.From).Contains(machine.Address)
         let line = (inbound ? machine.Filter!.Inbound : machine.Filter!.Outbound).FirstOrDefault(line => line.IsAbout(Protocol.Icmp, null) && line.IsAbout(Cidr.Parse(inbound ? flow.From : flow.To).First, machine.Address))
         where line is { IsEchoOnly: true }
         select ((FilterLine, int)?)(line, flow.Number)).FirstOrDefault();

    private static Ipv4 Neighbour(MachineNode machine) => new(machine.Address == machine.SubnetNetwork.Last ? machine.Address.Value - 1 : machine.Address.Value + 1);

    private static string Seen(Attempt attempt) => string.Create(
        CultureInfo.InvariantCulture,
        $"{attempt.Pair.Source} to {attempt.Pair.Target} {attempt.Protocol.ToString().ToLowerInvariant()}{(attempt.Port is { } port ? $" {port}" : "")} is {(attempt.Flow is null ? "allowed" : $"blocked (access {attempt.Flow})")}");

    private static IEnumerable<(Attempt Attempt, bool Passes)> Attempts(CheckContext context, MachineNode machine, bool inbound)
    {
        var filters = machine.Filter!.Each().Select(filter => inbound ? filter.Inbound : filter.Outbound).ToList();
        var lines = filters.SelectMany(each => each).ToList();
        var flows = context.Design.Flows.Where(flow => (inbound ? flow.ToCloud : flow.FromCloud) == machine.Cloud).ToList();
        var gateway = context.Lab.Layout.Gateway(machine.Gateway);
        var seen = new SeenAddresses(context.Lab.Layout, gateway);
        var beyond = context.Lab.Layout.PartnersOf(gateway).SelectMany(partner => partner.Announced).SelectMany(seen.Of).ToList();
        var peers = Peers(context, machine, lines, beyond.Concat(flows.Select(flow => Cidr.Parse(inbound ? flow.From : flow.To)).SelectMany(seen.Of)).ToList());
        var owns = Owns(machine, lines, flows, inbound);
        var services = Services(lines, flows);
        return
            from peer in peers
            let real = seen.Real(peer)
            where real is not null
            from own in owns
            let node = machine with { Address = own }
            let other = machine with { Address = real.Value, Filter = null }
            let pair = inbound ? new MachinePair(other, node, own) { Source = peer } : new MachinePair(node, other, peer) { Source = own }
            from service in services
            let flow = flows.FirstOrDefault(flow => flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port))
            where flow is not null || inbound || !context.Design.OutboundFlows.Any(way => way.FromCloud == machine.Cloud && way.Covers(own, peer, service.Protocol, service.Port))
            let hits = filters.Select(each => each.FirstOrDefault(line => line.IsAbout(peer, own) && line.IsAbout(service.Protocol, service.Port)))
            // A cloud's own rules let in what it knows a way to, which this is not.
            let passes = hits.All(hit => hit is { Allows: true } && (hit.Address is not null || beyond.Exists(network => network.Contains(peer))))
            select (new Attempt(pair, service.Protocol, service.Port, flow?.Number), passes);
    }

    // Only what a tunnel may bring: what comes from the machine's own cloud, or from the Internet, is not this filter's question here.
    private static List<Ipv4> Peers(CheckContext context, MachineNode machine, IReadOnlyList<FilterLine> lines, List<Cidr> named)
    {
        var own = context.Lab.Layout.Gateways.Where(gateway => gateway.Cloud == machine.Cloud).SelectMany(gateway => gateway.Networks).Append(machine.SubnetNetwork).ToList();
        var around = named.Select(network => Cidr.Around(network.First, Math.Max(0, network.PrefixLength - 1))).ToList();
        return named.Concat(lines.SelectMany(line => line.Peers)).Distinct().SelectMany(Edges).Distinct()
            .Where(peer => around.Any(network => network.Contains(peer)) && !own.Any(network => network.Contains(peer)))
            .ToList();
    }

    // A security group belongs to the machine, and not to its subnet.
    private static List<Ipv4> Owns(MachineNode machine, IReadOnlyList<FilterLine> lines, List<DesignedFlow> flows, bool inbound) => machine.Cloud == Cloud.Aws
        ? [machine.Address]
        : flows.Select(flow => Cidr.Parse(inbound ? flow.To : flow.From)).Concat(lines.SelectMany(line => line.Own)).Append(machine.SubnetNetwork).Distinct()
            .SelectMany(Edges).Append(machine.Address).Distinct()
            .Where(machine.SubnetNetwork.Contains)
            .ToList();

    private static IEnumerable<Ipv4> Edges(Cidr network) =>
        new[] { network.First.Value - 1L, network.First.Value, network.Last.Value, network.Last.Value + 1L }
            .Where(value => value is >= 0 and <= uint.MaxValue).Select(value => new Ipv4((uint)value));

    private static List<(Protocol Protocol, int? Port)> Services(IReadOnlyList<FilterLine> lines, List<DesignedFlow> flows)
    {
        var ranges = lines.SelectMany(line => line.Ports).Select(FilterLine.Ends)
            .Concat(flows.Where(flow => flow.FirstPort is not null).Select(flow => (First: flow.FirstPort!.Value, Last: flow.LastPort ?? flow.FirstPort.Value)));
        var ports = ranges.SelectMany(range => new[] { range.First - 1, range.First, range.Last, range.Last + 1 }).Append(AnyPort).Where(port => port is > 0 and <= 65535).Distinct();
        return [.. ports.SelectMany(port => new[] { (Protocol.Tcp, (int?)port), (Protocol.Udp, (int?)port) }), (Protocol.Icmp, null)];
    }
}
