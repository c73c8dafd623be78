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

    [Description("Whether AWS takes traffic in at the nearest edge; a transit gateway only. Changing it replaces the connections.")]
    public bool Acceleration { get; init; }

    [Description("Which addresses the AWS tunnels end on; Azure reaches only public ones.")]
    public OutsideAddress OutsideAddress { get; init; } = OutsideAddress.Public;

    [Description("What travels inside the tunnels; ipv6 is refused here with the reason.")]
    public InsideIpVersion InsideIpVersion { get; init; } = InsideIpVersion.Ipv4;

    [Description("Azure's routing weight, 0 to 32000; BGP does not look at it.")]
    public int? RoutingWeight { get; init; }

    [Description("The logs of this link; left out, those of monitoring.logs.")]
    public TunnelLogs? Logs { get; init; }

    [Description("What differs on one tunnel, by its number: 1.1, 1.2, 2.1 or 2.2 (AWS connection, tunnel).")]
    [Pattern(@"^[12]\.[12]$", "a tunnel: 1.1, 1.2, 2.1 or 2.2")]
    public ValueMap<TunnelOverride> Each { get; init; } = [];

    /// <summary>The options of one tunnel.</summary>
    /// <param name="connection">The AWS connection, 1 or 2.</param>
    /// <param name="tunnel">Its tunnel, 1 or 2.</param>
    public TunnelOptions For(int connection, int tunnel) =>
        Each.TryGetValue($"{connection}.{tunnel}", out var own)
            ? this with
            {
                Dpd = own.Dpd ?? Dpd,
                Rekey = own.Rekey ?? Rekey,
                ReplayWindow = own.ReplayWindow ?? ReplayWindow,
                Startup = own.Startup ?? Startup,
                AzureMode = own.AzureMode ?? AzureMode,
                LifecycleControl = own.LifecycleControl ?? LifecycleControl,
                Each = [],
            }
            : this with { Each = [] };
}

[Description("What differs on one tunnel.")]
public sealed record TunnelOverride
{
    [Description("Dead peer detection.")]
    public Dpd? Dpd { get; init; }

    [Description("When AWS starts to rekey.")]
    public Rekey? Rekey { get; init; }

    [Description("AWS's replay window in packets, 64 to 2048.")]
    public int? ReplayWindow { get; init; }

    [Description("Whether AWS starts the tunnel.")]
    public Startup? Startup { get; init; }

    [Description("Whether Azure starts the connection. Changing it replaces the connection.")]
    public ConnectionMode? AzureMode { get; init; }

    [Description("Whether AWS asks before it replaces the tunnel's endpoint. AWS Health notifies of pending maintenance, and aws ec2 get-vpn-tunnel-replacement-status shows it.")]
    public bool? LifecycleControl { get; init; }
}

[Description("Dead peer detection: when an end that is silent counts as gone.")]
public sealed record Dpd
{
    [Description("How long an end may be silent; both clouds take 30s to 1h.")]
    public Duration Timeout { get; init; } = new(45);

    [Description("Azure's, where it shall differ, from 9s. Changing it replaces the connection.")]
    public Duration? AzureTimeout { get; init; }

    [Description("What AWS does then.")]
    public DpdAction Action { get; init; } = DpdAction.Restart;
}

[Description("When AWS starts to rekey.")]
public sealed record Rekey
{
    [Description("How long before the end of a lifetime, from 1m to half of the phase 2 lifetime.")]
    public Duration Margin { get; init; } = new(540);

    [Description("By how many percent of the margin that varies, 0 to 100.")]
    public int Fuzz { get; init; } = 100;
}

[Description("The logs of the AWS tunnels.")]
public sealed record TunnelLogs
{
    [Description("What IKE does.")]
    public bool Activity { get; init; }

    [Description("What BGP does.")]
    public bool Bgp { get; init; }

    [Description("How they are written.")]
    public LogFormat Format { get; init; } = LogFormat.Json;

    [Description("How many days they are kept.")]
    public int RetentionDays { get; init; } = 90;

    [Description("The ARN of the KMS key that encrypts them.")]
    public string? KmsKey { get; init; }
}
