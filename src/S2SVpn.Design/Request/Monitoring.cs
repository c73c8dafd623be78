using System.ComponentModel;

namespace S2SVpn.Design.Request;

[Description("Alarms, logs and dashboard.")]
public sealed record Monitoring
{
    [Description("E-mail addresses that receive alarms.")]
    [Pattern(@"^[^@\s<>()\[\]\\,;:""]+@[^@\s.<>()\[\]\\,;:""]+(\.[^@\s.<>()\[\]\\,;:""]+)+$", "an e-mail address alone, such as noc@example.com")]
    public ValueList<string> Notify { get; init; } = [];

    [Description("The ARN of an existing SNS topic that AWS's alarms go to.")]
    public string? SnsTopic { get; init; }

    [Description("The ARN of the KMS key that encrypts the SNS topic made for notify; its policy has to let CloudWatch use it. Left out, the topic is not encrypted.")]
    public string? TopicKey { get; init; }

    [Description("The id of an existing action group that Azure's alerts go to.")]
    public string? ActionGroup { get; init; }

    [Description("When to raise an alarm.")]
    public Alarms Alarms { get; init; } = new();

    [Description("The logs of the AWS tunnels.")]
    public TunnelLogs Logs { get; init; } = new();

    [Description("The logs of the Azure gateway.")]
    public Diagnostics Diagnostics { get; init; } = new();

    [Description("One CloudWatch dashboard with all tunnels.")]
    public bool Dashboard { get; init; }
}

[Description("When to raise an alarm."), Shorthand(nameof(Enabled))]
public sealed record Alarms
{
    [Description("Whether there are alarms; left out, if there are recipients.")]
    public bool? Enabled { get; init; }

    [Description("How long one AWS tunnel may be down.")]
    public Duration TunnelDown { get; init; } = Duration.Minutes(5);

    [Description("How long all tunnels of a link may be down.")]
    public Duration AllDown { get; init; } = Duration.Minutes(5);

    [Description("How long an Azure connection may be without a tunnel: 5m, 15m, 30m or 1h.")]
    public Duration ConnectionDown { get; init; } = Duration.Minutes(5);
}

[Description("The logs of the Azure gateway."), Shorthand(nameof(Enabled))]
public sealed record Diagnostics
{
    [Description("Whether logs are kept.")]
    public bool Enabled { get; init; }

    [Description("The id of an existing Log Analytics workspace; left out, one is created.")]
    public string? Workspace { get; init; }

    [Description("How many days a new workspace keeps the logs.")]
    public int RetentionDays { get; init; } = 90;
}
