using System.Text.Json.Nodes;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>What a request takes as it is: networks, their subnets, gateways and security groups.</summary>
internal static class ExistingThings
{
    public static IEnumerable<ExistingThing> Of(ConnectivityPlan plan) =>
        plan.AwsSites.SelectMany(OfAws).Concat(plan.AzureSites.SelectMany(OfAzure));

    private static IEnumerable<ExistingThing> OfAws(AwsSitePlan site)
    {
        var network = site.Network;
        if (site.Gateway is { Existing: { } gateway } existing)
        {
            var transit = existing.Transit is not null;
            yield return Thing(transit ? "aws_ec2_transit_gateway" : "aws_vpn_gateway", ("id", gateway), ("amazon_side_asn", $"{existing.Asn.Value}"), ("vpn_ecmp_support", existing.Transit is { Ecmp: false } ? "disable" : "enable"));
            if (!existing.Attach && network.Existing is not null)
            {
                yield return Thing(transit ? "aws_ec2_transit_gateway_vpc_attachment" : "aws_vpn_gateway_attachment", ("id", $"{gateway}-{network.Existing}"), (transit ? "transit_gateway_id" : "vpn_gateway_id", gateway), ("vpc_id", network.Existing));
            }
        }

        if (network.Existing is not { } vpc)
        {
            yield break;
        }

        yield return Thing("aws_vpc", ("id", vpc), ("cidr_block", $"{network.Cidrs[0]}"));
        foreach (var more in network.Cidrs.Skip(1))
        {
            yield return Thing("aws_vpc_ipv4_cidr_block_association", ("id", $"{vpc}-{more}"), ("vpc_id", vpc), ("cidr_block", $"{more}"));
        }

        foreach (var group in network.ExistingSecurityGroups)
        {
            yield return Thing("aws_security_group", ("id", group), ("name", group), ("vpc_id", vpc));
        }

        foreach (var subnet in network.Subnets.Where(subnet => subnet is { Existing: not null, Cidr: not null }))
        {
            yield return Thing("aws_subnet", ("id", subnet.Existing!), ("vpc_id", vpc), ("cidr_block", $"{subnet.Cidr}"), ("tags", new JsonObject { ["Name"] = subnet.Name }));
            if (network.ExistingRouteTables is [var table, ..])
            {
                yield return Thing("aws_route_table_association", ("id", $"{subnet.Existing}-{table}"), ("subnet_id", subnet.Existing!), ("route_table_id", table));
            }
        }
    }

    private static IEnumerable<ExistingThing> OfAzure(AzureSitePlan site)
    {
        foreach (var (id, networks) in site.Network.Spokes.Select(spoke => (spoke.Existing, spoke.Cidrs)).Prepend((site.Network.Existing, site.Network.Cidrs)))
        {
            if (id is not null)
            {
                yield return Thing("azurerm_virtual_network", ("id", id), ("name", Part(id, "virtualNetworks")), ("resource_group_name", Part(id, "resourceGroups")), ("address_space", Texts(networks)));
            }
        }

        foreach (var subnet in site.Network.Subnets.Where(subnet => subnet is { Existing: not null, Cidr: not null }))
        {
            yield return Thing(
                "azurerm_subnet", ("id", subnet.Existing!), ("name", Part(subnet.Existing!, "subnets")), ("virtual_network_name", Part(subnet.Existing!, "virtualNetworks")),
                ("resource_group_name", Part(subnet.Existing!, "resourceGroups")), ("address_prefixes", Texts([subnet.Cidr!.Value])));
        }
    }

    // Azure's ids tell each part's kind before its name.
    private static string Part(string id, string kind)
    {
        var parts = id.Split('/');
        var at = Array.FindIndex(parts, part => part.Equals(kind, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : "";
    }

    private static JsonArray Texts(IEnumerable<Cidr> networks) => [.. networks.Select(network => (JsonNode)network.ToString())];

    private static ExistingThing Thing(string type, params (string Name, JsonNode Value)[] values) =>
        new(type, new JsonObject(values.Select(value => KeyValuePair.Create(value.Name, (JsonNode?)value.Value))));
}
