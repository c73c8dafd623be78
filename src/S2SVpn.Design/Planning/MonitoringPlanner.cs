using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans who is told what.</summary>
internal static class MonitoringPlanner
{
    // Azure's limit for the short name of an action group.
    private const int ShortNameLimit = 12;

    public static bool HasAwsAlarms(Monitoring asked) =>
        asked.Alarms.Enabled ?? (asked.Notify.Count > 0 || asked.SnsTopic is not null);

    public static bool HasAzureAlerts(Monitoring asked) =>
        asked.Alarms.Enabled ?? (asked.Notify.Count > 0 || asked.ActionGroup is not null);

    /// <summary>The name of the alarm for a tunnel.</summary>
    public static string TunnelDown(string stem, TunnelPlan tunnel) => Names.Aws(stem, $"tunnel-{tunnel.Connection}-{tunnel.Number}-down");

    public static AwsAlarmsPlan? Aws(Monitoring asked, string stem) => !HasAwsAlarms(asked)
        ? null
        : new AwsAlarmsPlan
        {
            Topic = asked.SnsTopic is null ? Names.Aws(stem, "vpn-alarms") : null,
            TopicKey = asked.SnsTopic is null ? asked.TopicKey : null,
            ExistingTopic = asked.SnsTopic,
            Notify = asked.SnsTopic is null ? asked.Notify : [],
            TunnelDown = AlarmTimingPlan.Of(asked.Alarms.TunnelDown.Seconds),
            AllDown = AlarmTimingPlan.Of(asked.Alarms.AllDown.Seconds),
        };

    public static AzureAlertsPlan? Azure(Monitoring asked, string stem) => !HasAzureAlerts(asked)
        ? null
        : new AzureAlertsPlan
        {
            ActionGroup = asked.ActionGroup is null ? Names.Azure(stem, "vpn-alerts") : null,
            ShortName = asked.ActionGroup is null ? Names.Fit(stem, ShortNameLimit) : null,
            ExistingActionGroup = asked.ActionGroup,
            Notify = asked.ActionGroup is null ? asked.Notify : [],
            ConnectionDownSeconds = asked.Alarms.ConnectionDown.Seconds,
        };

    public static DiagnosticsPlan? Diagnostics(Diagnostics asked, string stem) => !asked.Enabled
        ? null
        : new DiagnosticsPlan
        {
            Name = Names.Azure(stem, "vpn-logs"),
            Workspace = asked.Workspace is null ? Names.Fit(Names.Join(stem, "logs"), Names.WorkspaceLimit) : null,
            ExistingWorkspace = asked.Workspace,
            RetentionDays = asked.RetentionDays,
        };
}
