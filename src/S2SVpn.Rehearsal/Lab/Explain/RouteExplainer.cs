using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Why a gateway or a machine lacks a route.</summary>
internal static class RouteExplainer
{
    public static LabExplanation Routes(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end, IReadOnlyList<string> missing, IReadOnlyList<string> foreign)
    {
        var other = tunnelPair.Ends.First(each => each != end);
        var announcer = context.Lab.Layout.Gateway(other.Gateway);
        var networks = string.Join(", ", missing);
        // What is announced by BGP are the networks of a site; prefixes are for static routes.
        var site = announcer.Cloud == Design.Catalogue.Cloud.Aws ? "aws" : "azure";
        var explanation = new LabExplanation { Cause = "", RequestPath = end.Bgp is not null && missing.Count > 0 ? site : $"{tunnelPair.Tunnel.RequestPath}.prefixes" };
        return (end, missing.Count) switch
        {
            ({ Bgp: not null }, 0) => explanation with { Cause = $"It also advertises {string.Join(", ", foreign)}, which no link should carry.", Resources = [.. announcer.NetworkResources, announcer.Address] },
            (_, 0) => explanation with { Cause = $"It also has static routes for {string.Join(", ", foreign)}, which no link should carry.", Resources = [end.Address, end.PeerAddress] },
            ({ Bgp: not null }, _) when Swallowed(context.Lab.Layout.Gateway(end.Gateway), missing) is { } own => explanation with
            {
                Cause = $"{Owners(context.Lab.Layout.Gateway(end.Gateway), own).First()} has {own} on this side: {Cloud(end, other: false)} ignores what {Cloud(end, other: true)} announces of a network that it has itself.",
                Resources = [.. Owners(context.Lab.Layout.Gateway(end.Gateway), own).Append(end.Address)],
                RequestPath = end.Cloud == Design.Catalogue.Cloud.Aws ? "aws" : "azure",
            },
            ({ Bgp: not null }, _) when announcer.Networks.Count == 0 => explanation with
            {
                Cause = $"{Cloud(end, other: true)} announces nothing: its gateway '{announcer.Name}' is not attached to a network"
                    + (announcer.Cloud == Design.Catalogue.Cloud.Aws ? " (aws_vpn_gateway_attachment, aws_ec2_transit_gateway_vpc_attachment)." : "."),
                Resources = [announcer.Address, .. announcer.NetworkResources],
            },
            ({ Bgp: not null }, _) when (announcer.Appliance.Count > 0 || end.Appliance is not null) && missing.Select(Cidr.Parse).All(network => announcer.Announced.Any(own => own.Contains(network))) => explanation with
            {
                Cause = $"{string.Join(", ", missing)} does not pass the BGP session, though {Cloud(end, other: true)}'s gateway '{announcer.Name}' has it: bird.conf, in the user data of {string.Join(" or ", Speakers(end, other))}, has no static route for it, or filters it.",
                Resources = [end.Address, other.Address, .. new[] { end, other }.Select(each => each.Appliance?.Machine.Instance.Address).OfType<string>(), announcer.Address],
            },
            ({ Bgp: not null }, _) when announcer.NotBehind.FirstOrDefault(spoke => missing.Select(Cidr.Parse).Any(network => spoke.Network.Contains(network))) is { } spoke => explanation with
            {
                Cause = $"Azure does not announce {networks}: {spoke.Resources[0]} does not use its gateway '{announcer.Name}', because {spoke.Target}.",
                Resources = [spoke.Address, .. spoke.Resources, announcer.Address],
            },
            ({ Bgp: not null }, _) => explanation with
            {
                Cause = $"{Cloud(end, other: true)} does not announce {networks}: its gateway '{announcer.Name}' has {string.Join(", ", announcer.Announced)}.",
                Resources = [.. announcer.NetworkResources, announcer.Address],
            },
            ({ Appliance: { } ofMachine }, _) => explanation with
            {
                Cause = $"{ofMachine.Machine.Name} has no route for {networks} into this tunnel: see /etc/s2s/tunnels in its user data.",
                Resources = [ofMachine.Machine.Instance.Address, end.Address],
            },
            ({ Cloud: Design.Catalogue.Cloud.Aws }, _) => explanation with
            {
                Cause = $"The VPN connection '{end.Connection}' has no static route for {networks} (aws_vpn_connection_route, or aws_ec2_transit_gateway_route).",
                Aws = Listed(end),
                Resources = [end.Address, .. end.StaticRouteResources],
            },
            _ => explanation with { Cause = $"The local network gateway of '{end.Connection}' lacks {networks} in its address_space.", Azure = Listed(end), Resources = [end.PeerAddress, end.Address] },
        };
    }

    private static IEnumerable<string> Speakers(params IEnumerable<LabTunnelEnd> ends) => ends.Where(end => end.Appliance is not null).Select(end => end.Appliance!.Machine.Name);

    // The network of the receiver's own that hides what is missing.
    private static Cidr? Swallowed(GatewayNode receiver, IReadOnlyList<string> missing) =>
        receiver.Networks.Where(own => missing.Select(Cidr.Parse).Any(own.Contains)).Select(own => (Cidr?)own).FirstOrDefault();

    // Azure routes by it, and announces it to its peers (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-bgp-overview,
    // learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#bgp).
    public static LabExplanation Beside(TunnelPair tunnelPair, LabTunnelEnd end) => new()
    {
        Cause = $"The local network gateway of '{end.Connection}' has {string.Join(", ", end.BesideBgp)} in its address_space beside BGP: Azure sends all of it into this one tunnel, and announces it to its BGP peers as its own.",
        Azure = $"address_space is {string.Join(", ", end.BesideBgp)}",
        Resources = [end.PeerAddress, end.Address],
        RequestPath = tunnelPair.Tunnel.RequestPath,
    };

    public static LabExplanation Machines(CheckContext context, MachinePair pair)
    {
        var reason = Way(context, pair);
        return new LabExplanation
        {
            Cause = reason?.Why ?? Unexplained(context, pair),
            RequestPath = context.TunnelPairs
                .First(tunnelPair => tunnelPair.Ends.Any(end => end.Gateway == pair.From.Gateway) && tunnelPair.Ends.Any(end => end.Gateway == pair.To.Gateway)).Tunnel.RequestPath,
            Resources = reason?.Resources ?? [.. ApplianceExplainer.Resources(context, pair.From), .. ApplianceExplainer.Resources(context, pair.To)],
        };
    }

    /// <summary>Why the first machine does not reach all of the network that the second one is in; null where it does.</summary>
    public static LabExplanation? Part(CheckContext context, MachinePair pair)
    {
        if (pair.From.Routes is not { } routes)
        {
            return null;
        }

        return (
            from tunnelPair in context.TunnelPairs
            where tunnelPair.Ends.Any(end => end.Gateway == pair.From.Gateway) && tunnelPair.Ends.Any(end => end.Gateway == pair.To.Gateway)
            from text in tunnelPair.Tunnel.LearnedBy(pair.From.Cloud)
            let network = Cidr.Parse(text)
            where network.Contains(pair.Target) && !routes.Any(route => route.Contains(network))
            let parts = routes.Where(network.Contains).ToList()
            where parts.Sum(route => route.Size) < network.Size
            select new LabExplanation
            {
                Cause = $"The route table of subnet '{pair.From.Subnet}' leads only {string.Join(", ", parts)} of {network} to the gateway: what else there is of that network, or will be, is not reached.",
                RequestPath = tunnelPair.Tunnel.RequestPath,
                Resources = [.. pair.From.RouteResources],
            }).FirstOrDefault();
    }

    // A machine filters what it forwards.
    private static string Unexplained(CheckContext context, MachinePair pair) =>
        new[] { pair.From, pair.To }.SelectMany(machine => context.Lab.Layout.Gateway(machine.Gateway).Appliance).Select(machine => machine.Name).Distinct().ToList() is { Count: > 0 } machines
            ? $"Both sides have a route, but no reply arrives. If the tunnel checks pass, look at the filter for what is forwarded (nftables), in the user data of {string.Join(" and ", machines)}."
            : "Both sides have a route, but no reply arrives: see the checks of tunnels and routes.";

    /// <summary>Why a packet of one machine or the answer does not arrive, whatever the filters say; null where nothing of the routes says so.</summary>
    public static Reason? Way(CheckContext context, MachinePair pair)
    {
        // Where it is one route or one network, it names its own resources.
        return Own(context, pair.From, pair.Target)
            ?? Own(context, pair.To, pair.Source)
            ?? Elsewhere(context, pair.From, pair.Target)
            ?? Elsewhere(context, pair.To, pair.Source)
            ?? Transit(context, pair.From, pair.Target, pair.To)
            ?? Transit(context, pair.To, pair.Source, pair.From)
            ?? Any(Table(pair.From, pair.Target) ?? Gateway(context, pair.From, pair.Target), pair.From, pair.To)
            ?? Any(Table(pair.To, pair.Source) ?? Gateway(context, pair.To, pair.Source), pair.To, pair.From)
            ?? Closed(context, pair)
            ?? Any(WireguardExplainer.Dropped(context, pair.From, pair.Target)
                ?? WireguardExplainer.Dropped(context, pair.To, pair.Source)
                ?? ApplianceExplainer.Forwarding(context, pair.From)
                ?? ApplianceExplainer.Forwarding(context, pair.To), pair.From, pair.To);
        Reason? Any(string? why, MachineNode first, MachineNode then) =>
            why is null ? null : new(why, [.. first.RouteResources, .. then.RouteResources, .. ApplianceExplainer.Resources(context, first), .. ApplianceExplainer.Resources(context, then)]);
    }

    private static Reason? Transit(CheckContext context, MachineNode machine, Ipv4 target, MachineNode other) =>
        TransitExplainer.Between(context, machine, target, other) is { } route ? new(TransitExplainer.Cause(route), [route.Address]) : null;

    // Each cloud keeps what is for its own networks (docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html,
    // learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#how-azure-selects-a-route).
    private static Reason? Own(CheckContext context, MachineNode machine, Ipv4 target)
    {
        var gateway = context.Lab.Layout.Gateway(machine.Gateway);
        return gateway.Translations.Count == 0 && gateway.Networks.FirstOrDefault(network => network.Contains(target)) is { PrefixLength: > 0 } own
            ? new($"{string.Join(" or ", Owners(gateway, own).Take(1))} has {own}, and {target} of the other side is in it: what is sent there stays in {(machine.Cloud == Design.Catalogue.Cloud.Aws ? "the VPC" : "the VNet")}.", [.. Owners(gateway, own).Union(gateway.NetworkResources)])
            : null;
    }

    private static IEnumerable<string> Owners(GatewayNode gateway, Cidr network) =>
        gateway.NetworkOwners.Where(owner => owner.Network == network).Select(owner => owner.Address).DefaultIfEmpty(gateway.NetworkResources.FirstOrDefault(gateway.Address)).Distinct();

    // A route that is longer than the gateway's, or as long, leads it away.
    private static Reason? Elsewhere(CheckContext context, MachineNode machine, Ipv4 target)
    {
        var known = (machine.Routes ?? context.Lab.Layout.NetworksBeyond(context.Lab.Layout.Gateway(machine.Gateway))).Where(network => network.Contains(target)).Select(network => network.PrefixLength).DefaultIfEmpty(-1).Max();
        return machine.Elsewhere.Where(route => route.Network.Contains(target) && (route.Wins || route.Network.PrefixLength >= known)).MaxBy(route => route.Network.PrefixLength) is { } away
            ? new($"{away.Address} sends {away.Network} from subnet '{machine.Subnet}' to {away.Target} instead of the gateway.", [.. new[] { away.Address }.Concat(away.Resources).Concat(machine.RouteResources).Distinct()])
            : null;
    }

    private static Reason? Closed(CheckContext context, MachinePair pair) =>
        new[] { pair.From, pair.To }
            .SelectMany(machine => context.Lab.Layout.Gateway(machine.Gateway).BlockedPaths.Where(way => way.Concerns(machine)).Select(way => (machine.Cloud, Way: way)))
            .Select(each => new Reason(each.Cloud == Design.Catalogue.Cloud.Aws ? $"The transit gateway isolates them: {each.Way.Why}." : $"The Azure gateway does not reach the machines of its network: {each.Way.Why}.", each.Way.Resources))
            .FirstOrDefault();

    private static string MainTable(MachineNode machine, Ipv4 target) =>
        $"Subnet '{machine.Subnet}' in AWS has no route table of its own (aws_route_table_association), so that the main table of its VPC counts, which has no route to {target}.";

    // Whether the route table of the machine's subnet leads to its gateway.
    private static string? Table(MachineNode machine, Ipv4 target) => machine.Routes is null || machine.Routes.Any(route => route.Contains(target))
        ? null
        : machine.HasMainTable ? MainTable(machine, target)
        : machine.Cloud == Design.Catalogue.Cloud.Aws
            ? $"The route table of subnet '{machine.Subnet}' in AWS has no route to {target}: the gateway's routes are not propagated to it (aws_vpn_gateway_route_propagation), and no aws_route covers it."
            : $"The route table of subnet '{machine.Subnet}' in Azure does not accept the gateway's routes (azurerm_route_table), and has no route of its own to {target}.";

    private static string? Gateway(CheckContext context, MachineNode machine, Ipv4 target)
    {
        var gateway = context.Lab.Layout.Gateway(machine.Gateway);
        // Its routes are for the addresses that the other side has, before they are translated.
        var behind = gateway.Translations.Where(rule => !rule.Outgoing && rule.To.Contains(target)).Select(rule => rule.From).ToList();
        return context.Lab.Bird(gateway).Routes().Any(route => Cidr.TryParse(route, out var network, out _) && (network.Contains(target) || behind.Exists(network.Overlaps)))
            ? null
            : $"The {(machine.Cloud == Design.Catalogue.Cloud.Aws ? "AWS" : "Azure")} gateway '{gateway.Name}' has no route to {target}: no tunnel provided one.";
    }

    private static string Listed(LabTunnelEnd end) => end.StaticRoutes.Count == 0 ? "no static route" : string.Join(", ", end.StaticRoutes);

    private static string Cloud(LabTunnelEnd end, bool other) => end.Cloud == Design.Catalogue.Cloud.Aws ^ other ? "AWS" : "Azure";

    /// <param name="Why">The reason, in a sentence.</param>
    /// <param name="Resources">The resources that say so, as Terraform names them.</param>
    internal sealed record Reason(string Why, IReadOnlyList<string> Resources);
}
