using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>The existing VPC and gateway of an AWS site, with a machine in each existing subnet.</summary>
internal static class ExistingInAws
{
    public static void Add(AwsSitePlan site, ExistingThings things)
    {
        if (site.Network.Existing is { } vpc)
        {
            AddNetwork(site, vpc, things);
        }

        if (site.Gateway.Existing is { } gateway)
        {
            AddGateway(site, gateway, things);
        }
    }

    private static void AddNetwork(AwsSitePlan site, string vpc, ExistingThings things)
    {
        var network = site.Network;
        things.Add("aws_vpc", vpc, new
        {
            region = site.Region,
            cidr_block = $"{network.Cidrs[0]}",
            cidr_block_associations = network.Cidrs.Select(cidr => new { cidr_block = $"{cidr}" }).ToArray(),
        });
        // A self-managed gateway needs one, and the request can't name it.
        things.Add("aws_internet_gateway", $"igw-{vpc}", new { vpc_id = vpc });
        foreach (var cidr in network.Cidrs.Skip(1))
        {
            things.Add("aws_vpc_ipv4_cidr_block_association", $"vpc-cidr-assoc-{vpc}-{cidr}", new { vpc_id = vpc, cidr_block = $"{cidr}" });
        }

        foreach (var table in network.ExistingRouteTables)
        {
            things.Add("aws_route_table", table, new { vpc_id = vpc });
        }

        foreach (var group in network.ExistingSecurityGroups)
        {
            things.Add("aws_security_group", group, new { vpc_id = vpc, name = group });
        }

        foreach (var subnet in network.Subnets.Where(subnet => subnet.Existing is not null && subnet.Cidr is not null))
        {
            AddSubnet(network, vpc, subnet, things);
        }
    }

    private static void AddSubnet(AwsNetworkPlan network, string vpc, AwsSubnetPlan subnet, ExistingThings things)
    {
        var (id, cidr) = (subnet.Existing!, subnet.Cidr!);
        things.Add("aws_subnet", id, new { vpc_id = vpc, cidr_block = $"{cidr}", availability_zone = subnet.Zone, tags = new { Name = subnet.Name } });
        if (network.ExistingRouteTables is [var table, ..])
        {
            things.Add("aws_route_table_association", $"rtbassoc-{id}", new { subnet_id = id, route_table_id = table });
        }

        // Machines of a subnet that exists wear the groups that the request names.
        if (network.ExistingSecurityGroups.Count > 0 && subnet.SecurityGroup is null)
        {
            things.Add("aws_instance", $"i-{id}", new { subnet_id = id, private_ip = $"{Machine(cidr)}", vpc_security_group_ids = network.ExistingSecurityGroups.ToArray() });
        }
    }

    private static void AddGateway(AwsSitePlan site, string id, ExistingThings things)
    {
        var asn = $"{site.Gateway.Asn}";
        var attachedTo = site.Gateway.Attach ? null : site.Network.Existing;
        if (site.Gateway.Kind == AwsGatewayKind.VirtualPrivate)
        {
            things.Add("aws_vpn_gateway", id, new { region = site.Region, amazon_side_asn = asn, vpc_id = attachedTo });
            return;
        }

        var table = site.Gateway.Transit?.RouteTable ?? $"tgw-rtb-{id}";
        things.Add("aws_ec2_transit_gateway", id, new
        {
            region = site.Region,
            amazon_side_asn = asn,
            default_route_table_association = "enable",
            default_route_table_propagation = "enable",
            vpn_ecmp_support = site.Gateway.Transit?.Ecmp == true ? "enable" : "disable",
            association_default_route_table_id = table,
            propagation_default_route_table_id = table,
        });
        if (attachedTo is not null)
        {
            things.Add("aws_ec2_transit_gateway_vpc_attachment", $"tgw-attach-{id}", new { transit_gateway_id = id, vpc_id = attachedTo });
        }
    }

    private static Ipv4 Machine(Cidr subnet) => subnet.Host(Math.Min(10, subnet.Size - 2));
}
