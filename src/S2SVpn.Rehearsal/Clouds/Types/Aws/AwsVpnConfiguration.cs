using System.Xml.Linq;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>
/// The configuration that AWS writes for the other end of a connection, with the elements that the provider reads
/// (docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html).
/// </summary>
internal static class AwsVpnConfiguration
{
    public static string Write(CreateContext context, Attributes connection, string asn, IEnumerable<AwsTunnel> tunnels)
    {
        var customer = context.Find("aws_customer_gateway", connection.Text("customer_gateway_id"));
        return new XElement(
            "vpn_connection",
            new XAttribute("id", context.Id),
            new XElement("customer_gateway_id", connection.Text("customer_gateway_id")),
            new XElement("vpn_gateway_id", connection.Text("vpn_gateway_id")),
            new XElement("vpn_connection_type", connection.Text("type")),
            tunnels.Select(tunnel => new XElement(
                "ipsec_tunnel",
                End("customer_gateway", customer?.Text("ip_address") ?? "", tunnel, 2, customer?.Text("bgp_asn") ?? ""),
                End("vpn_gateway", tunnel.Outside.ToString(), tunnel, 1, asn),
                new XElement("ike", new XElement("pre_shared_key", tunnel.Key))))).ToString();
    }

    private static XElement End(string name, string outside, AwsTunnel tunnel, int host, string asn) => new(
        name,
        new XElement("tunnel_outside_address", new XElement("ip_address", outside)),
        new XElement(
            "tunnel_inside_address",
            new XElement("ip_address", Cidr.TryParse(tunnel.Inside, out var inside, out _) ? inside.Host(host).ToString() : ""),
            new XElement("network_cidr", "30")),
        new XElement("bgp", new XElement("asn", asn), new XElement("hold_time", "30")));
}
