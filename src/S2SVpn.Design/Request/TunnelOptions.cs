using System.ComponentModel;

namespace S2SVpn.Design.Request;

[Description("How the tunnels of a link behave.")]
public sealed record TunnelOptions
{
    [Description("Dead peer detection.")]
    public Dpd Dpd { get; init; } = new();

    [Description("When AWS starts to rekey.")]
    public Rekey Rekey { get; init; } = new();

    [Description("AWS's replay window in packets, 64 to 2048.")]
    public int ReplayWindow { get; init; } = 1024;

    [Description("Whether AWS starts the tunnel.")]
    public Startup Startup { get; init; } = Startup.Start;

    [Description("Whether Azure starts the connection. Changing it replaces the connection.")]
    public ConnectionMode AzureMode { get; init; } = ConnectionMode.Default;

    [Description("Whether AWS asks before it replaces a tunnel's endpoint. AWS Health notifies of pending maintenance, and aws ec2 get-vpn-tunnel-replacement-status shows it.")]
    public bool LifecycleControl { get; init; }

    [Description("The capacity of an AWS tunnel.")]
    public Bandwidth Bandwidth { get; init; } = Bandwidth.Standard;

    [Description("Whether traffic enters AWS at the nearest edge location; a transit gateway only. Changing it replaces the connections.")]
    public bool Acceleration { get; init; }

    [Description("Which addresses the AWS tunnels end on; Azure reaches only public ones.")]
    public OutsideAddress OutsideAddress { get; init; } = OutsideAddress.Public;

    [Description("The IP version inside the tunnels; ipv6 is not supported.")]
    public InsideIpVersion InsideIpVersion { get; init; } = InsideIpVersion.Ipv4;

    [Description("Azure's routing weight, 0 to 32000; BGP ignores it.")]
    public int? RoutingWeight { get; init; }

    [Description("The logs of this link; left out, those of monitoring.logs.")]
    public TunnelLogs? Logs { get; init; }

    [Description("Settings for single tunnels, by number: 1.1, 1.2, 2.1 or 2.2 (AWS connection, tunnel).")]
    [Pattern(@"^[12]\.[12]$", "a tunnel: 1.1, 1.2, 2.1 or 2.2")]
    public ValueMap<TunnelOverride> Each { get; init; } = [];

    /// <summary>The options of one tunnel.</summary>
    /// <param name="connection">The AWS connection, 1 or 2.</param>
    /// <param name="tunnel">Its tunnel, 1 or 2.</param>
    public TunnelOptions For(int connection, int tunnel) =>
        Each.TryGetValue($"{connection}.{tunnel}", out var own)
            ? this with
            {
                Dpd = own.Dpd?.Over(Dpd) ?? Dpd,
                Rekey = own.Rekey?.Over(Rekey) ?? Rekey,
                ReplayWindow = own.ReplayWindow ?? ReplayWindow,
                Startup = own.Startup ?? Startup,
                AzureMode = own.AzureMode ?? AzureMode,
                LifecycleControl = own.LifecycleControl ?? LifecycleControl,
                Each = [],
            }
            : this with { Each = [] };
}

[Description("Settings for one tunnel.")]
public sealed record TunnelOverride
{
    [Description("Dead peer detection; what is left out is as for the link.")]
    public DpdOverride? Dpd { get; init; }

    [Description("When AWS starts to rekey; what is left out is as for the link.")]
    public RekeyOverride? Rekey { get; init; }

    [Description("AWS's replay window in packets, 64 to 2048.")]
    public int? ReplayWindow { get; init; }

    [Description("Whether AWS starts the tunnel.")]
    public Startup? Startup { get; init; }

    [Description("Whether Azure starts the connection. Changing it replaces the connection.")]
    public ConnectionMode? AzureMode { get; init; }

    [Description("Whether AWS asks before it replaces the tunnel's endpoint. AWS Health notifies of pending maintenance, and aws ec2 get-vpn-tunnel-replacement-status shows it.")]
    public bool? LifecycleControl { get; init; }
}

[Description("Dead peer detection: when an unresponsive end counts as down.")]
public sealed record Dpd
{
    [Description("How long an end may be silent; both clouds support 30s to 1h.")]
    public Duration Timeout { get; init; } = new(45);

    [Description("Azure's timeout if it differs, from 9s. Changing it replaces the connection.")]
    public Duration? AzureTimeout { get; init; }

    [Description("What AWS does when the peer is down.")]
    public DpdAction Action { get; init; } = DpdAction.Restart;
}

[Description("Dead peer detection of one tunnel.")]
public sealed record DpdOverride
{
    [Description("How long an end may be silent; both clouds support 30s to 1h.")]
    public Duration? Timeout { get; init; }

    [Description("Azure's timeout if it differs, from 9s. Changing it replaces the connection.")]
    public Duration? AzureTimeout { get; init; }

    [Description("What AWS does when the peer is down.")]
    public DpdAction? Action { get; init; }

    internal Dpd Over(Dpd link) => new() { Timeout = Timeout ?? link.Timeout, AzureTimeout = AzureTimeout ?? link.AzureTimeout, Action = Action ?? link.Action };
}

[Description("When AWS starts to rekey.")]
public sealed record Rekey
{
    [Description("How long before the end of a lifetime rekeying starts, from 1m to half of the phase 2 lifetime.")]
    public Duration Margin { get; init; } = new(540);

    [Description("By how many percent the margin varies, 0 to 100.")]
    public int Fuzz { get; init; } = 100;
}

[Description("When AWS starts to rekey one tunnel.")]
public sealed record RekeyOverride
{
    [Description("How long before the end of a lifetime rekeying starts, from 1m to half of the phase 2 lifetime.")]
    [Example("9m")]
    public Duration? Margin { get; init; }

    [Description("By how many percent the margin varies, 0 to 100.")]
    public int? Fuzz { get; init; }

    internal Rekey Over(Rekey link) => new() { Margin = Margin ?? link.Margin, Fuzz = Fuzz ?? link.Fuzz };
}

[Description("The logs of the AWS tunnels.")]
public sealed record TunnelLogs
{
    [Description("Logs of IKE.")]
    public bool Activity { get; init; }

    [Description("Logs of BGP.")]
    public bool Bgp { get; init; }

    [Description("The format of the logs.")]
    public LogFormat Format { get; init; } = LogFormat.Json;

    [Description("How many days the logs are kept.")]
    public int RetentionDays { get; init; } = 90;

    [Description("The ARN of the KMS key that encrypts them.")]
    public string? KmsKey { get; init; }
}
