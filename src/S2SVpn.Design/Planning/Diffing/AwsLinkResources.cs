using S2SVpn.Design.Request;
using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>The customer gateways and VPN connections of an AWS site.</summary>
internal static class AwsLinkResources
{
    public const string Connection = "aws_vpn_connection";

    // A new VPN connection takes about as long until both clouds know of it.
    private const int ConnectionMinutes = 15;

    // docs.aws.amazon.com/vpn/latest/s2svpn/modify-vpn-tunnel-options.html: the tunnel is down for several minutes.
    private const int TunnelMinutes = 10;

    private const string CustomerGateway = "aws_customer_gateway";

    public static string ConnectionKey(string link, int number) => $"link.{link}.{number}";

    public static IEnumerable<PlannedResource> Of(ConnectivityPlan plan, AwsSitePlan site)
    {
        var keys = plan.Links.Where(link => link.AwsSite == site.Name).SelectMany(link => link.Keys).ToDictionary(key => key.Name, StringComparer.Ordinal);
        foreach (var gateway in site.CustomerGateways)
        {
            yield return new PlannedResource
            {
                Type = CustomerGateway,
                Key = AwsSiteResources.Key(site, $".{gateway.Peer}.{gateway.Endpoint}"),
                Name = gateway.Name,
                Values =
                [
                    AwsSiteResources.Place(site),
                    Fixed("device_name", gateway.Name),
                    Fixed("bgp_asn", gateway.Asn),
                    Ref("ip_address", AzureSiteResources.PublicIp, $"azure.{gateway.Peer}.{gateway.Endpoint}", Effect.Replace),
                ],
            };
        }

        foreach (var link in site.Links)
        {
            foreach (var connection in link.Connections)
            {
                yield return ConnectionOf(site, link, connection, keys);
                foreach (var route in connection.StaticRoutes)
                {
                    yield return Mere("aws_vpn_connection_route", $"{ConnectionKey(link.Name, connection.Number)}.{route}", $"{connection.Name} {route}");
                }
            }

            foreach (var group in link.LogGroups)
            {
                yield return new PlannedResource
                {
                    Type = "aws_cloudwatch_log_group",
                    Key = group.Name,
                    Name = group.Name,
                    Values = [Free("retention_in_days", group.RetentionDays), Free("kms_key_id", group.KmsKey)],
                };
            }
        }
    }

    private static PlannedResource ConnectionOf(
        AwsSitePlan site, AwsLinkPlan link, VpnConnectionPlan connection, Dictionary<string, KeySlotPlan> keys)
    {
        var tunnels = connection.Tunnels.Select(tunnel => tunnel.Tunnel).Where(tunnel => tunnel.IsUsed).ToValueList();
        var customer = site.CustomerGateways.First(gateway => gateway.Name == connection.CustomerGateway);
        return new PlannedResource
        {
            Type = Connection,
            Key = ConnectionKey(link.Name, connection.Number),
            Name = connection.Name,
            Values =
            [
                AwsSiteResources.Place(site),
                Fixed("static_routes_only", connection.StaticRoutesOnly),
                Fixed("enable_acceleration", connection.Acceleration),
                Fixed("tunnel_bandwidth", connection.Bandwidth),
                Ref("gateway", AwsSiteResources.GatewayType(site), AwsSiteResources.GatewayKey(site), Effect.Update) with
                {
                    Tunnels = tunnels, Minutes = ConnectionMinutes,
                },
                Ref("customer_gateway_id", CustomerGateway, AwsSiteResources.Key(site, $".{customer.Peer}.{customer.Endpoint}"), Effect.Update) with
                {
                    Tunnels = tunnels, Minutes = ConnectionMinutes,
                },
                Breaking("local_ipv4_network_cidr", connection.RemoteSelector, tunnels, TunnelMinutes),
                Breaking("remote_ipv4_network_cidr", connection.LocalSelector, tunnels, TunnelMinutes),
                Breaking("preshared_key_storage", connection.KeyStorage, tunnels, TunnelMinutes),
                Free("Name", connection.Name),
                .. connection.Tunnels.SelectMany(tunnel => TunnelValues(tunnel, keys[tunnel.Tunnel.Key])),
            ],
            Tunnels = tunnels,
            Minutes = ConnectionMinutes,
            Note = "Its tunnels get other public addresses, which Azure learns in the same run.",
        };
    }

    private static IEnumerable<PlannedValue> TunnelValues(VpnTunnelPlan tunnel, KeySlotPlan key)
    {
        var down = tunnel.Tunnel.IsUsed ? ValueList.Create([tunnel.Tunnel]) : [];
        var crypto = tunnel.Crypto;
        yield return Fixed($"tunnel{tunnel.Tunnel.Number}_inside_cidr", tunnel.Tunnel.Inside);
        (string Name, object? Value)[] options =
        [
            ("ike_versions", crypto.IkeVersion),
            ("phase1_encryption_algorithms", crypto.Phase1Encryption),
            ("phase1_integrity_algorithms", crypto.Phase1Integrity),
            ("phase1_dh_group_numbers", crypto.Phase1DhGroup),
            ("phase1_lifetime_seconds", crypto.Phase1LifetimeSeconds),
            ("phase2_encryption_algorithms", crypto.Phase2Encryption),
            ("phase2_integrity_algorithms", crypto.Phase2Integrity),
            ("phase2_dh_group_numbers", crypto.Phase2DhGroup),
            ("phase2_lifetime_seconds", crypto.Phase2LifetimeSeconds),
            ("preshared_key", KeyText(key)),
            ("startup_action", tunnel.Startup),
            ("dpd_timeout_seconds", tunnel.DpdTimeoutSeconds),
            ("dpd_timeout_action", tunnel.DpdAction),
            ("rekey_margin_time_seconds", tunnel.RekeyMarginSeconds),
            ("rekey_fuzz_percentage", tunnel.RekeyFuzzPercent),
            ("replay_window_size", tunnel.ReplayWindow),
            ("enable_tunnel_lifecycle_control", tunnel.LifecycleControl),
            ("log_options", new[] { tunnel.ActivityLog, tunnel.BgpLog }.OfType<string>().Select(name => $"{name} {Words.Of(tunnel.LogFormat)}")),
        ];
        foreach (var (name, value) in options)
        {
            yield return Breaking($"tunnel{tunnel.Tunnel.Number}_{name}", value, down, TunnelMinutes);
        }
    }

    /// <summary>Where a key comes from, never the key.</summary>
    public static string KeyText(KeySlotPlan key) => key switch
    {
        { Source: KeySource.Generated } => $"generated, {key.Length} characters",
        { Variable: { } variable } => $"variable {variable}",
        { SecretsManager: { } secret } => $"secret {secret.Name}",
        { KeyVault: { } secret } => $"secret {secret.Name} of {secret.Vault}",
        _ => "made by AWS",
    };
}
