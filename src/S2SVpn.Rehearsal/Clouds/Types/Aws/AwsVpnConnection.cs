using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Refusals.Aws;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Makes an AWS VPN connection: two tunnels, with addresses and keys where none were asked for.</summary>
internal static class AwsVpnConnection
{
    private static readonly string[] Tunnels = ["tunnel1", "tunnel2"];

    public static Attributes Make(CreateContext context, Attributes connection)
    {
        connection = connection["tunnel1_address"].IsUnknown ? WithTunnels(context, connection) : Changed(context, connection);

        return connection
            .SetIfUnknown("static_routes_only", false)
            .SetIfUnknown("enable_acceleration", false)
            .SetIfUnknown("local_ipv4_network_cidr", "0.0.0.0/0")
            .SetIfUnknown("remote_ipv4_network_cidr", "0.0.0.0/0")
            .SetIfUnknown("tunnel_inside_ip_version", "ipv4")
            .SetIfUnknown("outside_ip_address_type", "PublicIpv4")
            .SetIfUnknown("preshared_key_storage", "Standard")
            .SetIfUnknown("tunnel_bandwidth", "standard")
            .SetIfUnknown("preshared_key_arn", Value.Null)
            .SetIfUnknown("core_network_arn", Value.Null)
            .SetIfUnknown("core_network_attachment_arn", Value.Null)
            .With("transit_gateway_attachment_id", Attachment(context, connection));
    }

    // A connection that moves keeps its tunnels and their addresses
    // (docs.aws.amazon.com/vpn/latest/s2svpn/modify-vpn-target.html). Its provider plans the rest as it was, and reads after the
    // change what it has become (github.com/hashicorp/terraform-provider-aws, vpnsite_connection.go, the Read function).
    private static Attributes Changed(CreateContext context, Attributes connection)
    {
        var asn = AwsAsn(context, connection);
        AwsTunnel[] tunnels = [.. Tunnels.Select(tunnel => new AwsTunnel(
            Ipv4.Parse(connection.Text($"{tunnel}_address")!), connection.Text($"{tunnel}_inside_cidr") ?? "", connection.Text($"{tunnel}_preshared_key") ?? ""))];
        return Tunnels.Aggregate(connection, (changed, tunnel) => changed.With($"{tunnel}_bgp_asn", asn))
            .With("customer_gateway_configuration", AwsVpnConfiguration.Write(context, connection, asn, tunnels));
    }

    private static Value Attachment(CreateContext context, Attributes connection)
    {
        var before = context.Find(context.Type, context.Id);
        return connection.Text("transit_gateway_id") is not { } gateway ? Value.Null
            : before?.Text("transit_gateway_id") == gateway ? before["transit_gateway_attachment_id"]
            : AwsCloud.Id(context, "tgw-attach");
    }

    private static Attributes WithTunnels(CreateContext context, Attributes connection)
    {
        var first = NewTunnel(context, connection, 1, []);
        var second = NewTunnel(context, connection, 2, [first.Inside, first.Outside.ToString()]);
        var (one, two) = Ordered(connection, first, second);
        var asn = AwsAsn(context, connection);
        var done = Describe(Describe(connection, "tunnel1", one, asn), "tunnel2", two, asn);
        return done
            .SetIfUnknown("customer_gateway_configuration", AwsVpnConfiguration.Write(context, connection, asn, [one, two]))
            .SetIfUnknown("vgw_telemetry", new ListValue([Telemetry(one), Telemetry(two)]));
    }

    // AWS gives the tunnels in an order of its own; here by address. The provider then looks for the one that was asked for as
    // the first: by its key, else by its inside network, else it leaves them by address. With equal keys it can't tell them
    // apart (github.com/hashicorp/terraform-provider-aws, vpnsite_connection.go, CustomerGatewayConfigurationToTunnelInfo).
    private static (AwsTunnel One, AwsTunnel Two) Ordered(Attributes connection, AwsTunnel first, AwsTunnel second)
    {
        var (one, two) = first.Outside < second.Outside ? (first, second) : (second, first);
        var key = connection.Text("tunnel1_preshared_key");
        var inside = connection.Text("tunnel1_inside_cidr");
        var swap = key is not null ? one.Key != key && two.Key == key : inside is not null && two.Inside == inside;
        return swap ? (two, one) : (one, two);
    }

    private static AwsTunnel NewTunnel(CreateContext context, Attributes connection, int number, string[] taken) => new(
        Ipv4.Parse(context.PublicAddress($"tunnel{number}", taken)),
        connection.Text($"tunnel{number}_inside_cidr") ?? FreeInside(context, number, taken),
        connection.Text($"tunnel{number}_preshared_key") ?? $"simulated.{context.Hash(22, $"key{number}")}");

    private static string FreeInside(CreateContext context, int number, string[] taken)
    {
        var used = context.Store.OfType(context.Type)
            .SelectMany(other => new[] { other.Values.Text("tunnel1_inside_cidr"), other.Values.Text("tunnel2_inside_cidr") })
            .Concat(taken)
            .ToHashSet();
        return AwsInsideNetworks.All
            .Skip(Convert.ToInt32(context.Hash(3, $"inside{number}"), 16))
            .Select(cidr => cidr.ToString())
            .First(cidr => !used.Contains(cidr));
    }

    private static Attributes Describe(Attributes connection, string tunnel, AwsTunnel made, string asn)
    {
        var inside = Cidr.TryParse(made.Inside, out var cidr, out _) ? cidr : Cidr.Any;
        return connection
            .SetIfUnknown($"{tunnel}_address", made.Outside.ToString())
            .SetIfUnknown($"{tunnel}_vgw_inside_address", inside.Host(1).ToString())
            .SetIfUnknown($"{tunnel}_cgw_inside_address", inside.Host(2).ToString())
            .SetIfUnknown($"{tunnel}_inside_cidr", made.Inside)
            .SetIfUnknown($"{tunnel}_preshared_key", made.Key)
            .SetIfUnknown($"{tunnel}_bgp_asn", asn)
            .SetIfUnknown($"{tunnel}_bgp_holdtime", 30);
    }

    private static string AwsAsn(CreateContext context, Attributes connection) =>
        context.Find("aws_vpn_gateway", connection.Text("vpn_gateway_id"))?.Text("amazon_side_asn")
        ?? context.Find("aws_ec2_transit_gateway", connection.Text("transit_gateway_id"))?.Number("amazon_side_asn")?.ToString(CultureInfo.InvariantCulture)
        ?? "64512";

    private static Attributes Telemetry(AwsTunnel tunnel) => new(new Dictionary<string, Value>
    {
        ["accepted_route_count"] = 0,
        ["certificate_arn"] = "",
        ["last_status_change"] = "2025-01-01T00:00:00Z",
        ["outside_ip_address"] = tunnel.Outside.ToString(),
        ["status"] = "DOWN",
        ["status_message"] = "",
    });
}

/// <summary>One tunnel of a connection.</summary>
internal sealed record AwsTunnel(Ipv4 Outside, string Inside, string Key);
