using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.VpnConnection;
using S2SVpn.Design;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// A VPN connection with both its tunnels spelt out. Every list holds one value: AWS starts with the weakest that it is
/// given. The provider tells tunnel 1 from tunnel 2 by their keys, so the two must differ; without keys, by inside network.
/// </summary>
public sealed class AwsVpnConnection : Construct
{
    private readonly VpnConnection _connection;

    internal AwsVpnConnection(
        Construct scope, string id, VpnConnectionPlan plan, AwsGateway gateway, AwsCustomerGateway customerGateway, PreSharedKeys keys, IEnumerable<string> linkKeys, AwsTunnelLogs logs, ITerraformDependable order, AwsPlace place)
        : base(scope, id)
    {
        var (first, second) = (plan.Tunnels[0], plan.Tunnels[1]);
        (Link, Number, CustomerGatewayId) = (first.Tunnel.Link, plan.Number, customerGateway.Id);
        _connection = new VpnConnection(this, "Resource", new VpnConnectionConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Type = "ipsec.1",
            CustomerGatewayId = customerGateway.Id,
            VpnGatewayId = gateway.VpnGatewayId,
            TransitGatewayId = gateway.TransitGatewayId,
            // Only a transit gateway has the choice. Left out there, what was chosen before would go on.
            EnableAcceleration = gateway.TransitGatewayId is null ? null : plan.Acceleration,
            TunnelBandwidth = gateway.TransitGatewayId is null ? null : Words.Of(plan.Bandwidth),
            StaticRoutesOnly = plan.StaticRoutesOnly,
            LocalIpv4NetworkCidr = plan.RemoteSelector.ToString(),
            RemoteIpv4NetworkCidr = plan.LocalSelector.ToString(),
            OutsideIpAddressType = "PublicIpv4",
            TunnelInsideIpVersion = "ipv4",
            PresharedKeyStorage = plan.KeyStorage.ToString(),
            Tags = AwsNames.Tag(plan.Name),
            DependsOn = [order],
            Lifecycle = keys.Differ(first.Tunnel.Link, linkKeys),

            Tunnel1InsideCidr = first.Tunnel.Inside.Cidr.ToString(),
            Tunnel1PresharedKey = keys[first.Tunnel.Key],
            Tunnel1IkeVersions = [first.Crypto.IkeVersion],
            Tunnel1Phase1EncryptionAlgorithms = [first.Crypto.Phase1Encryption],
            Tunnel1Phase1IntegrityAlgorithms = [first.Crypto.Phase1Integrity],
            Tunnel1Phase1DhGroupNumbers = [first.Crypto.Phase1DhGroup],
            Tunnel1Phase1LifetimeSeconds = first.Crypto.Phase1LifetimeSeconds,
            Tunnel1Phase2EncryptionAlgorithms = [first.Crypto.Phase2Encryption],
            Tunnel1Phase2IntegrityAlgorithms = [first.Crypto.Phase2Integrity],
            Tunnel1Phase2DhGroupNumbers = [first.Crypto.Phase2DhGroup],
            Tunnel1Phase2LifetimeSeconds = first.Crypto.Phase2LifetimeSeconds,
            Tunnel1StartupAction = Words.Of(first.Startup),
            Tunnel1DpdTimeoutSeconds = first.DpdTimeoutSeconds,
            Tunnel1DpdTimeoutAction = Words.Of(first.DpdAction),
            Tunnel1RekeyMarginTimeSeconds = first.RekeyMarginSeconds,
            Tunnel1RekeyFuzzPercentage = first.RekeyFuzzPercent,
            Tunnel1ReplayWindowSize = first.ReplayWindow,
            Tunnel1EnableTunnelLifecycleControl = first.LifecycleControl,
            // Written also where there is no log: left out, the one that there was would go on.
            Tunnel1LogOptions = new VpnConnectionTunnel1LogOptions
            {
                CloudwatchLogOptions = new VpnConnectionTunnel1LogOptionsCloudwatchLogOptions
                {
                    LogEnabled = first.ActivityLog is not null,
                    LogGroupArn = logs.Arn(first.ActivityLog),
                    LogOutputFormat = first.ActivityLog is null ? null : Words.Of(first.LogFormat),
                    BgpLogEnabled = first.BgpLog is null ? null : true,
                    BgpLogGroupArn = logs.Arn(first.BgpLog),
                    BgpLogOutputFormat = first.BgpLog is null ? null : Words.Of(first.LogFormat),
                },
            },

            Tunnel2InsideCidr = second.Tunnel.Inside.Cidr.ToString(),
            Tunnel2PresharedKey = keys[second.Tunnel.Key],
            Tunnel2IkeVersions = [second.Crypto.IkeVersion],
            Tunnel2Phase1EncryptionAlgorithms = [second.Crypto.Phase1Encryption],
            Tunnel2Phase1IntegrityAlgorithms = [second.Crypto.Phase1Integrity],
            Tunnel2Phase1DhGroupNumbers = [second.Crypto.Phase1DhGroup],
            Tunnel2Phase1LifetimeSeconds = second.Crypto.Phase1LifetimeSeconds,
            Tunnel2Phase2EncryptionAlgorithms = [second.Crypto.Phase2Encryption],
            Tunnel2Phase2IntegrityAlgorithms = [second.Crypto.Phase2Integrity],
            Tunnel2Phase2DhGroupNumbers = [second.Crypto.Phase2DhGroup],
            Tunnel2Phase2LifetimeSeconds = second.Crypto.Phase2LifetimeSeconds,
            Tunnel2StartupAction = Words.Of(second.Startup),
            Tunnel2DpdTimeoutSeconds = second.DpdTimeoutSeconds,
            Tunnel2DpdTimeoutAction = Words.Of(second.DpdAction),
            Tunnel2RekeyMarginTimeSeconds = second.RekeyMarginSeconds,
            Tunnel2RekeyFuzzPercentage = second.RekeyFuzzPercent,
            Tunnel2ReplayWindowSize = second.ReplayWindow,
            Tunnel2EnableTunnelLifecycleControl = second.LifecycleControl,
            Tunnel2LogOptions = new VpnConnectionTunnel2LogOptions
            {
                CloudwatchLogOptions = new VpnConnectionTunnel2LogOptionsCloudwatchLogOptions
                {
                    LogEnabled = second.ActivityLog is not null,
                    LogGroupArn = logs.Arn(second.ActivityLog),
                    LogOutputFormat = second.ActivityLog is null ? null : Words.Of(second.LogFormat),
                    BgpLogEnabled = second.BgpLog is null ? null : true,
                    BgpLogGroupArn = logs.Arn(second.BgpLog),
                    BgpLogOutputFormat = second.BgpLog is null ? null : Words.Of(second.LogFormat),
                },
            },
        });
        if (!customerGateway.IsMadeFirst)
        {
            // AWS deletes no customer gateway that a connection uses.
            ReplacementOrder.Replace(_connection, $"{customerGateway.Address}.id");
        }

        Tunnels =
        [
            new TunnelEnd(first.Tunnel, _connection.Tunnel1Address, keys[first.Tunnel.Key] ?? _connection.Tunnel1PresharedKey),
            new TunnelEnd(second.Tunnel, _connection.Tunnel2Address, keys[second.Tunnel.Key] ?? _connection.Tunnel2PresharedKey),
        ];
    }

    public IReadOnlyList<TunnelEnd> Tunnels { get; }

    public string Id => _connection.Id;

    /// <summary>The name of its link.</summary>
    public string Link { get; }

    /// <summary>Its number in the link, 1 or 2.</summary>
    public int Number { get; }

    public string CustomerGatewayId { get; }

    /// <summary>The attachment that AWS makes for it on a transit gateway; null on another.</summary>
    public string? TransitGatewayAttachmentId { get; internal set; }
}
