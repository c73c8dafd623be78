using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using static S2SVpn.Constructs.Stacks.StackOutputs;

namespace S2SVpn.Constructs.Stacks;

/// <summary>What both ends of the tunnels have: addresses outside and inside, BGP numbers, keys.</summary>
internal static class LinkOutputs
{
    public static void WriteAddresses(ConnectivityPlan plan, IReadOnlyDictionary<string, AzureVpnSide> azure, S2SVpnStack stack) =>
        StackOutputs.Write(
            stack, "azure_gateway_public_ips",
            Map(plan.Links.Select(link => link.AzureSite).Distinct(), site => site, site => azure[site].Endpoints.Select(endpoint => endpoint.PublicIp).ToArray()),
            "The public addresses of each Azure gateway, by instance.");

    public static void WriteTunnels(ConnectivityPlan plan, IReadOnlyDictionary<string, AwsVpnSide> aws, S2SVpnStack stack)
    {
        StackOutputs.Write(
            stack, "aws_tunnel_public_ips", Of(plan, aws, end => end.OutsideIp),
            "The public addresses of the AWS tunnels, by link and tunnel (connection.tunnel).");
        StackOutputs.Write(
            stack, "preshared_keys", Of(plan, aws, end => plan.Link(end.Tunnel.Link).Key(end.Tunnel.Key).IsWireguard ? null : end.PreSharedKey), "The pre-shared keys, by link and tunnel.", sensitive: true);
        StackOutputs.Write(
            stack, "tunnels", Map(plan.Links, link => link.Name, link => Map(link.Tunnels, tunnel => tunnel.Id, tunnel => Inside(plan, link, tunnel))),
            "The inside network of each tunnel, both ends' addresses in it and, with BGP, both ends' AS numbers, by link and tunnel.");
    }

    private static Dictionary<string, object> Of(ConnectivityPlan plan, IReadOnlyDictionary<string, AwsVpnSide> aws, Func<TunnelEnd, object?> value) => Map(
        plan.Links, link => link.Name, link => Map(aws[link.AwsSite].Ends.Where(end => end.Tunnel.Link == link.Name), end => end.Tunnel.Id, value));

    private static Dictionary<string, object> Inside(ConnectivityPlan plan, LinkPlan link, TunnelPlan tunnel)
    {
        var value = new Dictionary<string, object>
        {
            ["inside_cidr"] = tunnel.Inside.Cidr.ToString(),
            ["aws_inside_address"] = tunnel.AwsAddress.ToString(),
            ["azure_inside_address"] = tunnel.AzureAddress.ToString(),
        };
        if (link.Routing == Routing.Bgp)
        {
            value["aws_asn"] = (double)plan.AwsSite(link.AwsSite).Gateway.Asn.Value;
            value["azure_asn"] = (double)plan.AzureSite(link.AzureSite).Gateway.Asn.Value;
        }

        return value;
    }
}
