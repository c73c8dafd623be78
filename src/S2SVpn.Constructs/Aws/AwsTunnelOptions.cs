using S2SVpn.Design;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// The options of both tunnels of a VPN connection. The provider has each argument twice, as tunnel1_… and tunnel2_…; here each has one
/// row: its value, and where it goes for the first and for the second tunnel.
/// </summary>
internal static class AwsTunnelOptions
{
    private delegate void Row(VpnConnectionConfig config, VpnTunnelPlan first, VpnTunnelPlan second);

    private static readonly Row[] Rows =
    [
        Of(tunnel => tunnel.Tunnel.Inside.Cidr.ToString(), (config, value) => config.Tunnel1InsideCidr = value, (config, value) => config.Tunnel2InsideCidr = value),
        Of(tunnel => new[] { tunnel.Crypto.IkeVersion }, (config, value) => config.Tunnel1IkeVersions = value, (config, value) => config.Tunnel2IkeVersions = value),
        Of(tunnel => new[] { tunnel.Crypto.Phase1Encryption }, (config, value) => config.Tunnel1Phase1EncryptionAlgorithms = value, (config, value) => config.Tunnel2Phase1EncryptionAlgorithms = value),
        Of(tunnel => new[] { tunnel.Crypto.Phase1Integrity }, (config, value) => config.Tunnel1Phase1IntegrityAlgorithms = value, (config, value) => config.Tunnel2Phase1IntegrityAlgorithms = value),
        Of(tunnel => new double[] { tunnel.Crypto.Phase1DhGroup }, (config, value) => config.Tunnel1Phase1DhGroupNumbers = value, (config, value) => config.Tunnel2Phase1DhGroupNumbers = value),
        Of(tunnel => tunnel.Crypto.Phase1LifetimeSeconds, (config, value) => config.Tunnel1Phase1LifetimeSeconds = value, (config, value) => config.Tunnel2Phase1LifetimeSeconds = value),
        Of(tunnel => new[] { tunnel.Crypto.Phase2Encryption }, (config, value) => config.Tunnel1Phase2EncryptionAlgorithms = value, (config, value) => config.Tunnel2Phase2EncryptionAlgorithms = value),
        Of(tunnel => new[] { tunnel.Crypto.Phase2Integrity }, (config, value) => config.Tunnel1Phase2IntegrityAlgorithms = value, (config, value) => config.Tunnel2Phase2IntegrityAlgorithms = value),
        Of(tunnel => new double[] { tunnel.Crypto.Phase2DhGroup }, (config, value) => config.Tunnel1Phase2DhGroupNumbers = value, (config, value) => config.Tunnel2Phase2DhGroupNumbers = value),
        Of(tunnel => tunnel.Crypto.Phase2LifetimeSeconds, (config, value) => config.Tunnel1Phase2LifetimeSeconds = value, (config, value) => config.Tunnel2Phase2LifetimeSeconds = value),
        Of(tunnel => Words.Of(tunnel.Startup), (config, value) => config.Tunnel1StartupAction = value, (config, value) => config.Tunnel2StartupAction = value),
        Of(tunnel => tunnel.DpdTimeoutSeconds, (config, value) => config.Tunnel1DpdTimeoutSeconds = value, (config, value) => config.Tunnel2DpdTimeoutSeconds = value),
        Of(tunnel => Words.Of(tunnel.DpdAction), (config, value) => config.Tunnel1DpdTimeoutAction = value, (config, value) => config.Tunnel2DpdTimeoutAction = value),
        Of(tunnel => tunnel.RekeyMarginSeconds, (config, value) => config.Tunnel1RekeyMarginTimeSeconds = value, (config, value) => config.Tunnel2RekeyMarginTimeSeconds = value),
        Of(tunnel => tunnel.RekeyFuzzPercent, (config, value) => config.Tunnel1RekeyFuzzPercentage = value, (config, value) => config.Tunnel2RekeyFuzzPercentage = value),
        Of(tunnel => tunnel.ReplayWindow, (config, value) => config.Tunnel1ReplayWindowSize = value, (config, value) => config.Tunnel2ReplayWindowSize = value),
        Of(tunnel => tunnel.LifecycleControl, (config, value) => config.Tunnel1EnableTunnelLifecycleControl = value, (config, value) => config.Tunnel2EnableTunnelLifecycleControl = value),
    ];

    /// <param name="config">What they are written to.</param>
    /// <param name="first">The first tunnel.</param>
    /// <param name="second">The second tunnel.</param>
    /// <param name="keys">The pre-shared keys of both.</param>
    /// <param name="logs">The log groups of both.</param>
    public static void Write(VpnConnectionConfig config, VpnTunnelPlan first, VpnTunnelPlan second, PreSharedKeys keys, AwsTunnelLogs logs)
    {
        foreach (var row in Rows)
        {
            row(config, first, second);
        }

        (config.Tunnel1PresharedKey, config.Tunnel2PresharedKey) = (keys[first.Tunnel.Key], keys[second.Tunnel.Key]);
        // Written also where there is no log: left out, the one that there was would go on.
        var (one, two) = (new LogOptions(first, logs), new LogOptions(second, logs));
        config.Tunnel1LogOptions = new VpnConnectionTunnel1LogOptions
        {
            CloudwatchLogOptions = new VpnConnectionTunnel1LogOptionsCloudwatchLogOptions
            {
                LogEnabled = one.Enabled,
                LogGroupArn = one.Group,
                LogOutputFormat = one.Format,
                BgpLogEnabled = one.BgpEnabled,
                BgpLogGroupArn = one.BgpGroup,
                BgpLogOutputFormat = one.BgpFormat,
            },
        };
        config.Tunnel2LogOptions = new VpnConnectionTunnel2LogOptions
        {
            CloudwatchLogOptions = new VpnConnectionTunnel2LogOptionsCloudwatchLogOptions
            {
                LogEnabled = two.Enabled,
                LogGroupArn = two.Group,
                LogOutputFormat = two.Format,
                BgpLogEnabled = two.BgpEnabled,
                BgpLogGroupArn = two.BgpGroup,
                BgpLogOutputFormat = two.BgpFormat,
            },
        };
    }

    private static Row Of<T>(Func<VpnTunnelPlan, T> value, Action<VpnConnectionConfig, T> first, Action<VpnConnectionConfig, T> second) => (config, one, two) =>
    {
        first(config, value(one));
        second(config, value(two));
    };

    private sealed class LogOptions(VpnTunnelPlan tunnel, AwsTunnelLogs logs)
    {
        private readonly string? _format = Words.Of(tunnel.LogFormat);

        public bool Enabled => tunnel.ActivityLog is not null;

        public string? Group => logs.Arn(tunnel.ActivityLog);

        public string? Format => tunnel.ActivityLog is null ? null : _format;

        public bool? BgpEnabled => tunnel.BgpLog is null ? null : true;

        public string? BgpGroup => logs.Arn(tunnel.BgpLog);

        public string? BgpFormat => tunnel.BgpLog is null ? null : _format;
    }
}
