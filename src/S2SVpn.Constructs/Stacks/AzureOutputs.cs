using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;
using static S2SVpn.Constructs.Stacks.StackOutputs;

namespace S2SVpn.Constructs.Stacks;

/// <summary>The ids of what is in Azure, for those who go on from here.</summary>
internal static class AzureOutputs
{
    public static void Write(ConnectivityPlan plan, IReadOnlyDictionary<string, AzureVpnSide> sides, S2SVpnStack stack)
    {
        Dictionary<string, object> OfSites(Func<AzureVpnSide, object?> value) => Map(plan.AzureSites, site => site.Name, site => value(sides[site.Name]));

        StackOutputs.Write(stack, "azure_vnet_ids", OfSites(side => side.Network.VnetId), "The VNet of each Azure site.");
        StackOutputs.Write(
            stack, "azure_subnet_ids", OfSites(side => Map(side.Network.SubnetIds, subnet => subnet.Key, subnet => subnet.Value)),
            "The subnets of each Azure site, by name.");
        StackOutputs.Write(
            stack, "azure_route_table_ids", OfSites(side => side.RouteTable?.Id),
            "The route table of each Azure site that needs one: where routes are static, or where a machine is the gateway.");
        StackOutputs.Write(
            stack, "azure_network_security_group_ids", OfSites(side => Map(side.SecurityGroups, group => group.Key, group => group.Value.Id)),
            "The network security group of each subnet of each Azure site, or of the test machines in it.");
        StackOutputs.Write(
            stack, "azure_spoke_vnet_ids", OfSites(side => Map(side.Spokes, spoke => spoke.Key, spoke => spoke.Value.VnetId)),
            "The spokes' VNets, by site and spoke.");
        StackOutputs.Write(
            stack, "azure_spoke_network_security_group_ids", OfSites(side => Map(side.Spokes, spoke => spoke.Key, spoke => spoke.Value.SecurityGroup?.Id)),
            "The network security group for the subnets of each new spoke, by site and spoke: each subnet has to use it.");
        StackOutputs.Write(stack, "azure_gateway_ids", OfSites(side => side.Gateway is AzureAppliance ? null : side.Gateway.Id), "The VPN gateway of each Azure site.");
    }

    public static void WriteConnections(ConnectivityPlan plan, IReadOnlyDictionary<string, AzureVpnSide> sides, S2SVpnStack stack)
    {
        Dictionary<string, object> OfConnections(Func<AzureVpnConnection, string> value) => Map(plan.Links, link => link.Name, link => Map(
            sides[link.AzureSite].Connections.Where(connection => connection.Tunnel.Link == link.Name), connection => connection.Tunnel.Id, value));

        StackOutputs.Write(stack, "azure_connection_ids", OfConnections(connection => connection.Id), "The connections of the Azure gateways, by link and tunnel.");
        StackOutputs.Write(
            stack, "azure_local_network_gateway_ids", OfConnections(connection => connection.LocalNetworkGatewayId),
            "The local network gateways, by link and tunnel.");
    }
}
