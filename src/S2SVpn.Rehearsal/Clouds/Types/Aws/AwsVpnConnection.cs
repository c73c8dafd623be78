using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Makes an AWS VPN connection: two tunnels, with addresses and keys where none were asked for.</summary>
internal static class AwsVpnConnection
{
    private static readonly string[] Tunnels = ["tunnel1", "tunnel2"];

    public static Attributes Make(Making making, Attributes connection)
    {
        connection = connection["tunnel1_address"].IsUnknown ? WithTunnels(making, connection) : Changed(making, connection);

        return connection
            .Settle("static_routes_only", false)
            .Settle("enable_acceleration", false)
            .Settle("local_ipv4_network_cidr", "0.0.0.0/0")
            .Settle("remote_ipv4_network_cidr", "0.0.0.0/0")
            .Settle("tunnel_inside_ip_version", "ipv4")
            .Settle("outside_ip_address_type", "PublicIpv4")
            .Settle("preshared_key_storage", "Standard")
            .Settle("tunnel_bandwidth", "standard")
            .Settle("preshared_key_arn", Value.Null)
            .Settle("core_network_arn", Value.Null)
            .Settle("core_network_attachment_arn", Value.Null)
            .With("transit_gateway_attachment_id", Attachment(making, connection));
    }

    // A connection that moves keeps its tunnels and their addresses
    // (docs.aws.amazon.com/vpn/latest/s2svpn/modify-vpn-target.html). Its provider plans the rest as it was, and reads after the
    // change what it has become (github.com/hashicorp/terraform-provider-aws, vpnsite_connection.go, the Read function).
    private static Attributes Changed(Making making, Attributes connection)
    {
        var asn = AwsAsn(making, connection);
        AwsTunnel[] tunnels = [.. Tunnels.Select(tunnel => new AwsTunnel(
            Ipv4.Parse(connection.Text($"{tunnel}_address")!), connection.Text($"{tunnel}_inside_cidr") ?? "", connection.Text($"{tunnel}_preshared_key") ?? ""))];
        return Tunnels.Aggregate(connection, (changed, tunnel) => changed.With($"{tunnel}_bgp_asn", asn))
            .With("customer_gateway_configuration", AwsVpnConfiguration.Write(making, connection, asn, tunnels));
    }

    private static Value Attachment(Making making, Attributes connection)
    {
        var before = making.Find(making.Type, making.Id);
        return connection.Text("transit_gateway_id") is not { } gateway ? Value.Null
            : before?.Text("transit_gateway_id") == gateway ? before["transit_gateway_attachment_id"]
            : AwsCloud.Id(making, "tgw-attach");
    }

    private static Attributes WithTunnels(Making making, Attributes connection)
    {
        var first = NewTunnel(making, connection, 1, []);
        var second = NewTunnel(making, connection, 2, [first.Inside, first.Outside.ToString()]);
        var (one, two) = Ordered(connection, first, second);
        var asn = AwsAsn(making, connection);
        var done = Describe(Describe(connection, "tunnel1", one, asn), "tunnel2", two, asn);
        return done
            .Settle("customer_gateway_configuration", AwsVpnConfiguration.Write(making, connection, asn, [one, two]))
            .Settle("vgw_telemetry", new ListValue([Telemetry(one), Telemetry(two)]));
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

    private static AwsTunnel NewTunnel(Making making, Attributes connection, int number, string[] taken) => new(
        Ipv4.Parse(making.PublicAddress($"tunnel{number}", taken)),
        connection.Text($"tunnel{number}_inside_cidr") ?? FreeInside(making, number, taken),
        connection.Text($"tunnel{number}_preshared_key") ?? $"simulated.{making.Hash(22, $"key{number}")}");

    private static string FreeInside(Making making, int number, string[] taken)
    {
        var used = making.Store.OfType(making.Type)
            .SelectMany(other => new[] { other.Values.Text("tunnel1_inside_cidr"), other.Values.Text("tunnel2_inside_cidr") })
            .Concat(taken)
            .ToHashSet();
        return InsideCidr.LinkLocal.Split(30)
            .Where(cidr => !InsideCidr.AwsReserved.Contains(cidr))
            .Skip(Convert.ToInt32(making.Hash(3, $"inside{number}"), 16))
            .Select(cidr => cidr.ToString())
            .First(cidr => !used.Contains(cidr));
    }

    private static Attributes Describe(Attributes connection, string tunnel, AwsTunnel made, string asn)
    {
        var inside = Cidr.TryParse(made.Inside, out var cidr, out _) ? cidr : Cidr.Any;
        return connection
            .Settle($"{tunnel}_address", made.Outside.ToString())
            .Settle($"{tunnel}_vgw_inside_address", inside.Host(1).ToString())
            .Settle($"{tunnel}_cgw_inside_address", inside.Host(2).ToString())
            .Settle($"{tunnel}_inside_cidr", made.Inside)
            .Settle($"{tunnel}_preshared_key", made.Key)
            .Settle($"{tunnel}_bgp_asn", asn)
            .Settle($"{tunnel}_bgp_holdtime", 30);
    }

    private static string AwsAsn(Making making, Attributes connection) =>
        making.Find("aws_vpn_gateway", connection.Text("vpn_gateway_id"))?.Text("amazon_side_asn")
        ?? making.Find("aws_ec2_transit_gateway", connection.Text("transit_gateway_id"))?.Number("amazon_side_asn")?.ToString(CultureInfo.InvariantCulture)
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
