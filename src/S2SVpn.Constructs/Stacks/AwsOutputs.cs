using System.Globalization;
using S2SVpn.Constructs.Aws;
using S2SVpn.Design.Planning;
using static S2SVpn.Constructs.Stacks.StackOutputs;

namespace S2SVpn.Constructs.Stacks;

/// <summary>The ids of what is in AWS, for those who go on from here.</summary>
internal static class AwsOutputs
{
    public static void Write(ConnectivityPlan plan, IReadOnlyDictionary<string, AwsVpnSide> sides, S2SVpnStack stack)
    {
        Dictionary<string, object> OfSites(Func<AwsVpnSide, object?> value) => Map(plan.AwsSites, site => site.Name, site => value(sides[site.Name]));
        Dictionary<string, object> OfConnections(Func<AwsVpnConnection, string?> value) => Map(plan.Links, link => link.Name, link => Map(
            sides[link.AwsSite].Connections.Where(connection => connection.Link == link.Name),
            connection => connection.Number.ToString(CultureInfo.InvariantCulture),
            value));

        StackOutputs.Write(stack, "aws_vpc_ids", OfSites(side => side.Network.VpcId), "The VPC of each AWS site.");
        StackOutputs.Write(
            stack, "aws_subnet_ids", OfSites(side => Map(side.Network.SubnetIds, subnet => subnet.Key, subnet => subnet.Value)),
            "The subnets of each AWS site, by name.");
        StackOutputs.Write(
            stack, "aws_route_table_ids", OfSites(side => side.Network.RouteTables.Select(table => table.Id).ToArray()),
            "The route tables of each AWS site that know the way to Azure.");
        StackOutputs.Write(
            stack, "aws_security_group_ids", OfSites(side => Map(side.SecurityGroups, group => group.Key, group => group.Value.Id)),
            "The security group for machines in each subnet of each AWS site: a machine has to use it.");
        StackOutputs.Write(
            stack, "aws_gateway_ids", OfSites(side => side.Gateway.TransitGatewayId ?? side.Gateway.VpnGatewayId),
            "The virtual private gateway or transit gateway of each AWS site.");
        StackOutputs.Write(
            stack, "aws_transit_gateway_vpc_attachment_ids", OfSites(side => side.Gateway.VpcAttachmentId),
            "The attachment of each AWS site's VPC to its transit gateway.");
        StackOutputs.Write(
            stack, "aws_customer_gateway_ids", OfConnections(connection => connection.CustomerGatewayId),
            "The customer gateways, by link and VPN connection.");
        StackOutputs.Write(stack, "aws_vpn_connection_ids", OfConnections(connection => connection.Id), "The VPN connections, by link and number.");
        StackOutputs.Write(
            stack, "aws_transit_gateway_vpn_attachment_ids",
            OfConnections(connection => connection.TransitGatewayAttachmentId),
            "The transit gateway attachments of the VPN connections, by link and VPN connection.");
    }
}
