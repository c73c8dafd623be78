using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Diagrams;

/// <summary>What a picture says of an Azure site.</summary>
internal static class AzureSketch
{
    public static SiteSketch Of(ConnectivityPlan plan, AzureSitePlan site)
    {
        var (network, gateway) = (site.Network, site.Gateway);
        var tunnels = plan.Links.Where(link => link.AzureSite == site.Name).SelectMany(link => link.Tunnels).ToList();
        return new SiteSketch(
            Cloud.Azure,
            site.Name,
            $"Azure {site.Location}",
            [
                .. plan.AzureSites.Count > 1 ? [$"site {site.Name}"] : (string[])[],
                $"VNet {SketchText.Short(network.Existing) ?? network.Name}",
                .. network.Cidrs.Select(cidr => $"{cidr}"),
                .. network.Subnets.Select(subnet => SketchText.Joined($"subnet {subnet.Key}", $"{subnet.Cidr}")),
                .. network.GatewaySubnet is { } own ? [SketchText.Joined(own.Key, $"{own.Cidr}")] : (string[])[],
                .. site.Probes.Select(probe => SketchText.Joined($"machine {probe.Key}", $"{probe.Address}", $"in {probe.Subnet}")),
                .. gateway.NatRules.Select(rule => $"{(rule.Direction == NatDirection.Egress ? "own" : "AWS's")} {rule.Internal} as {rule.External}"),
            ],
            gateway.Appliance is null
                ? [gateway.Existing is null ? $"VPN gateway {gateway.Sku}" : $"VPN gateway {SketchText.Short(gateway.Existing)}", Redundancy(gateway), $"AS {gateway.Asn}"]
                : ["self-managed gateway", $"AS {gateway.Asn}"],
            gateway.Appliance is { } appliance
                ? SketchText.Machines(appliance, site.Links.SelectMany(link => link.ApplianceTunnels))
                : [.. gateway.Instances.Select(instance => new EndSketch([$"instance {instance.Index}"], [.. tunnels.Where(tunnel => tunnel.AzureInstance == instance.Index)]))],
            [.. network.Spokes.Select(spoke => new NeighbourSketch("peering", [$"spoke {spoke.Key}", .. spoke.Cidrs.Select(cidr => $"{cidr}")]))]);
    }

    private static string Redundancy(AzureGatewayPlan gateway) =>
        (gateway.ActiveActive ? "active-active" : "one instance") + (gateway.Zones.Count > 0 ? $", zones {string.Join(' ', gateway.Zones)}" : "");
}
