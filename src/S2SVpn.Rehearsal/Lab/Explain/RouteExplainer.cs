using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Why a gateway or a machine does not know the way.</summary>
internal static class RouteExplainer
{
    public static LabExplanation Routes(CheckContext context, Meeting meeting, TunnelEnd end, IReadOnlyList<string> missing, IReadOnlyList<string> foreign)
    {
        var other = meeting.Ends.First(each => each != end);
        var announcer = context.Lab.Layout.Gateway(other.Gateway);
        var networks = string.Join(", ", missing);
        var explanation = new LabExplanation { Cause = "", RequestPath = $"{meeting.Tunnel.RequestPath}.prefixes" };
        return (end, missing.Count) switch
        {
            ({ Bgp: not null }, 0) => explanation with { Cause = $"It brings {string.Join(", ", foreign)} as well, which no link is to carry.", Resources = [.. announcer.NetworkResources, announcer.Address] },
            (_, 0) => explanation with { Cause = $"It has {string.Join(", ", foreign)} as well, which no link is to carry.", Resources = [end.Address, end.PeerAddress] },
            ({ Bgp: not null }, _) when announcer.Networks.Count == 0 => explanation with
            {
                Cause = $"{Cloud(end, other: true)} announces nothing: its gateway '{announcer.Name}' is attached to no network"
                    + (announcer.Cloud == Design.Planning.Cloud.Aws ? " (aws_vpn_gateway_attachment, aws_ec2_transit_gateway_vpc_attachment)." : "."),
                Resources = [announcer.Address],
            },
            ({ Bgp: not null }, _) => explanation with
            {
                Cause = $"{Cloud(end, other: true)} does not announce {networks}: its gateway '{announcer.Name}' has {string.Join(", ", announcer.Announced)}.",
                Resources = [.. announcer.NetworkResources, announcer.Address],
            },
            ({ Cloud: Design.Planning.Cloud.Aws }, _) => explanation with
            {
                Cause = $"The VPN connection '{end.Connection}' has no static route for {networks} (aws_vpn_connection_route, or aws_ec2_transit_gateway_route).",
                Aws = Listed(end),
                Resources = [end.Address],
            },
            _ => explanation with { Cause = $"The local network gateway of '{end.Connection}' lacks {networks} in its address_space.", Azure = Listed(end), Resources = [end.PeerAddress] },
        };
    }

    public static LabExplanation Machines(CheckContext context, MachinePair pair)
    {
        var cause = Elsewhere(context, pair.From, pair.Target)
            ?? Elsewhere(context, pair.To, pair.Source)
            ?? Table(pair.From, pair.Target)
            ?? Gateway(context, pair.From, pair.Target)
            ?? Table(pair.To, pair.Source)
            ?? Gateway(context, pair.To, pair.Source)
            ?? Closed(context, pair)
            ?? ApplianceExplainer.Forwarding(context, pair.From)
            ?? ApplianceExplainer.Forwarding(context, pair.To);
        return new LabExplanation
        {
            Cause = cause ?? "Both sides know the way, but nothing comes back: see the checks of the tunnels.",
            RequestPath = context.Meetings
                .First(meeting => meeting.Ends.Any(end => end.Gateway == pair.From.Gateway) && meeting.Ends.Any(end => end.Gateway == pair.To.Gateway)).Tunnel.RequestPath,
            Resources = cause is null ? [] : [.. pair.From.RouteResources, .. pair.To.RouteResources, .. ApplianceExplainer.Resources(context, pair.From), .. ApplianceExplainer.Resources(context, pair.To)],
        };
    }

    // A route that is longer than the gateway's, or as long, leads it away.
    private static string? Elsewhere(CheckContext context, MachineNode machine, Ipv4 target)
    {
        var known = (machine.Routes ?? context.Lab.Layout.NetworksBeyond(context.Lab.Layout.Gateway(machine.Gateway))).Where(network => network.Contains(target)).Select(network => network.PrefixLength).DefaultIfEmpty(-1).Max();
        return machine.Elsewhere.Where(route => route.Network.Contains(target) && route.Network.PrefixLength >= known).MaxBy(route => route.Network.PrefixLength) is { } away
            ? $"{away.Address} leads {away.Network} from subnet '{machine.Subnet}' to {away.Target}, and not to the gateway."
            : null;
    }

    private static string? Closed(CheckContext context, MachinePair pair) =>
        new[] { pair.From, pair.To }
            .SelectMany(machine => context.Lab.Layout.Gateway(machine.Gateway).Closed.Where(way => way.Vpc == machine.Network))
            .Select(way => $"The transit gateway keeps them apart: {way.Why}.")
            .FirstOrDefault();

    // Whether the route table of the machine's subnet leads to its gateway.
    private static string? Table(MachineNode machine, Ipv4 target) => machine.Routes is null || machine.Routes.Any(route => route.Contains(target))
        ? null
        : machine.Cloud == Design.Planning.Cloud.Aws
            ? $"The route table of subnet '{machine.Subnet}' in AWS has no route to {target}: neither are the gateway's routes propagated to it (aws_vpn_gateway_route_propagation), nor does an aws_route lead there."
            : $"The route table of subnet '{machine.Subnet}' in Azure does not take the gateway's routes, and has none of its own to {target}.";

    private static string? Gateway(CheckContext context, MachineNode machine, Ipv4 target)
    {
        var gateway = context.Lab.Layout.Gateway(machine.Gateway);
        return context.Lab.Bird(gateway).Routes().Any(route => Cidr.TryParse(route, out var network, out _) && network.Contains(target))
            ? null
            : $"The {(machine.Cloud == Design.Planning.Cloud.Aws ? "AWS" : "Azure")} gateway '{gateway.Name}' has no route to {target}: no tunnel brought it one.";
    }

    private static string Listed(TunnelEnd end) => end.StaticRoutes.Count == 0 ? "no static route" : string.Join(", ", end.StaticRoutes);

    private static string Cloud(TunnelEnd end, bool other) => end.Cloud == Design.Planning.Cloud.Aws ^ other ? "AWS" : "Azure";
}
