using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Diagrams;

/// <summary>What a picture says of an AWS site.</summary>
internal static class AwsSketch
{
    public static SiteSketch Of(ConnectivityPlan plan, AwsSitePlan site)
    {
        var (network, gateway) = (site.Network, site.Gateway);
        var links = plan.Links.Where(link => link.AwsSite == site.Name).ToList();
        var behind = links.SelectMany(link => link.Networks.Aws).Distinct().Where(cidr => !network.Cidrs.Any(own => own.Contains(cidr))).ToList();
        return new SiteSketch(
            Cloud.Aws,
            site.Name,
            $"AWS {site.Region}",
            [
                .. plan.AwsSites.Count > 1 ? [$"site {site.Name}"] : (string[])[],
                $"VPC {network.Existing ?? network.Name}",
                .. network.Cidrs.Select(cidr => $"{cidr}"),
                .. network.Subnets.Select(subnet => SketchText.Joined($"subnet {subnet.Key}", $"{subnet.Cidr}", subnet.Zone is { } zone ? $"zone {zone}" : null)),
                .. site.Probes.Select(probe => SketchText.Joined($"machine {probe.Key}", $"{probe.Address}", $"in {probe.Subnet}")),
            ],
            [Kind(gateway.Kind), .. gateway.Existing is { } id ? [id] : (string[])[], $"AS {gateway.Asn}"],
            gateway.Appliance is { } appliance
                ? SketchText.Machines(appliance, site.Links.SelectMany(link => link.ApplianceTunnels))
                : [.. site.Links.SelectMany(link => link.Connections, (link, connection) => Connection(link, connection, links.Count))],
            behind.Count == 0 ? [] : [new NeighbourSketch("behind it", [.. behind.Select(cidr => $"{cidr}")])]);
    }

    private static EndSketch Connection(AwsLinkPlan link, VpnConnectionPlan connection, int links) => new(
        links > 1 ? [$"VPN connection {connection.Number}", $"of {link.Name}"] : [$"VPN connection {connection.Number}"],
        [.. connection.Tunnels.Select(tunnel => tunnel.Tunnel)]);

    private static string Kind(AwsGatewayKind kind) => kind switch
    {
        AwsGatewayKind.VirtualPrivate => "virtual private gateway",
        AwsGatewayKind.Transit => "transit gateway",
        _ => "self-managed gateway",
    };
}
