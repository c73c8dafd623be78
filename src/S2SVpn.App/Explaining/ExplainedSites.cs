using System.Globalization;
using S2SVpn.App.Diagrams;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Explaining;

/// <summary>What is created in each cloud.</summary>
internal static class ExplainedSites
{
    public static string Of(AwsSitePlan site)
    {
        var (network, gateway) = (site.Network, site.Gateway);
        var connections = site.Links.Sum(link => link.Connections.Count);
        return $"AWS {site.Region}: {Network("VPC", network.Existing, network.Name, network.Cidrs)}, {Subnets(network.Subnets.Select(subnet => (subnet.Key, $"{subnet.Cidr}", subnet.Existing is null)))}; "
            + $"{Gateway(gateway)}, AS {gateway.Asn}"
            + (connections > 0 ? $"; {Count(site.CustomerGateways.Count, "customer gateway")} and {Count(connections, "VPN connection")} of two tunnels each" : "")
            + Machines(site.Probes) + ".";
    }

    public static string Of(AzureSitePlan site)
    {
        var (network, gateway) = (site.Network, site.Gateway);
        var connections = site.Links.Sum(link => link.Connections.Count);
        return $"Azure {site.Location}: {Network("VNet", SketchText.Short(network.Existing), network.Name, network.Cidrs)}, "
            + $"{Subnets(network.Subnets.Select(subnet => (subnet.Key, $"{subnet.Cidr}", subnet.Existing is null)))}; {Gateway(gateway)}, AS {gateway.Asn}"
            + (connections > 0 ? $"; {Count(connections, "local network gateway")} and as many connections, one for each {(IsOneAMachine(site) ? "machine in AWS, with a tunnel from each instance" : "tunnel")}" : "")
            + (network.Spokes.Count > 0 ? $"; peerings with {string.Join(", ", network.Spokes.Select(spoke => $"{spoke.Key} ({string.Join(", ", spoke.Cidrs)})"))}" : "")
            + Machines(site.Probes) + ".";
    }

    public static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    // A machine takes the tunnels of both instances; each tunnel of AWS's own has a connection.
    private static bool IsOneAMachine(AzureSitePlan site) => site.Links.SelectMany(link => link.Connections).Any(connection => connection.Tunnels.Count > 1);

    private static string Network(string kind, string? existing, string name, IEnumerable<Design.Network.Cidr> cidrs) =>
        (existing is null ? $"the {kind} {name}" : $"in the existing {kind} {existing}") + $" ({string.Join(", ", cidrs)})";

    private static string Subnets(IEnumerable<(string Key, string Cidr, bool IsNew)> subnets)
    {
        var all = subnets.ToList();
        var made = all.Where(subnet => subnet.IsNew).Select(subnet => $"{subnet.Key} {subnet.Cidr}").ToList();
        var kept = all.Count - made.Count;
        return (made, kept) switch
        {
            ({ Count: 0 }, _) => $"{Count(kept, "existing subnet")}",
            (_, 0) => $"with {(made.Count == 1 ? "subnet" : "subnets")} {string.Join(", ", made)}",
            _ => $"with {(made.Count == 1 ? "subnet" : "subnets")} {string.Join(", ", made)} and {Count(kept, "existing subnet")}",
        };
    }

    private static string Gateway(AwsGatewayPlan gateway) => gateway switch
    {
        { Appliance: { } appliance } => $"a self-managed gateway on {Count(appliance.Machines.Count, "machine")}",
        { Existing: { } id } => $"the existing gateway {id}",
        { Kind: AwsGatewayKind.Transit } => $"the transit gateway {gateway.Name}",
        _ => $"the virtual private gateway {gateway.Name}",
    };

    private static string Gateway(AzureGatewayPlan gateway) => gateway switch
    {
        { Appliance: { } appliance } => $"a self-managed gateway on {Count(appliance.Machines.Count, "machine")}",
        { Existing: { } id } => $"the existing VPN gateway {SketchText.Short(id)}",
        _ => $"the VPN gateway {gateway.Name} ({gateway.Sku}) with {Count(gateway.Instances.Count, "instance")}{(gateway.ActiveActive ? ", both active" : "")}, each with a public address{(gateway.Zones.Count > 0 ? $" over zones {string.Join(", ", gateway.Zones)}" : "")}",
    };

    private static string Machines(Design.ValueList<ProbePlan> probes) =>
        probes.Count == 0 ? "" : $"; {(probes.Count == 1 ? "test machine" : "test machines")} {string.Join(", ", probes.Select(probe => $"{probe.Key} ({probe.Address})"))}";
}
