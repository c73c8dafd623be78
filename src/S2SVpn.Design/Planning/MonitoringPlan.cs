namespace S2SVpn.Design.Planning;

/// <summary>A CloudWatch dashboard with all tunnels.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Site">The name of the AWS site that it is made in.</param>
public sealed record DashboardPlan(string Name, string Site);

/// <summary>The alarms of an AWS site.</summary>
internal sealed record AwsAlarmsPlan
{
    /// <summary>The name of a new SNS topic; null where one exists.</summary>
    public required string? Topic { get; init; }

    /// <summary>The ARN of the key that encrypts a new topic; null for none.</summary>
    public required string? TopicKey { get; init; }

    /// <summary>The ARN of an existing SNS topic.</summary>
    public required string? ExistingTopic { get; init; }

    /// <summary>Who subscribes to a new topic.</summary>
    public required ValueList<string> Notify { get; init; }

    /// <summary>When the alarm for one tunnel is raised.</summary>
    public required AlarmTimingPlan TunnelDown { get; init; }

    /// <summary>When the alarm for a link without any tunnel is raised.</summary>
    public required AlarmTimingPlan AllDown { get; init; }
}

/// <summary>How long something lasts before CloudWatch raises an alarm.</summary>
/// <param name="PeriodSeconds">The length of a period.</param>
/// <param name="Periods">How many periods in a row.</param>
internal sealed record AlarmTimingPlan(int PeriodSeconds, int Periods)
{
    private const int Minute = 60;
    private const int Hour = 3600;

    // Periods under an hour may span a day at most
    // (docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html).
    private const int Day = 86400;

    internal static AlarmTimingPlan Of(int seconds)
    {
        var period = seconds <= Day ? Minute : Hour;
        return new AlarmTimingPlan(period, Math.Max(1, (seconds + period - 1) / period));
    }
}

/// <summary>The alerts of an Azure site.</summary>
internal sealed record AzureAlertsPlan
{
    /// <summary>The name of a new action group; null where one exists.</summary>
    public required string? ActionGroup { get; init; }

    /// <summary>The short name of a new action group, at most 12 characters.</summary>
    public required string? ShortName { get; init; }

    /// <summary>The id of an existing action group.</summary>
    public required string? ExistingActionGroup { get; init; }

    /// <summary>Who a new action group writes to.</summary>
    public required ValueList<string> Notify { get; init; }

    /// <summary>How long a connection is without a tunnel before there is an alert.</summary>
    public required int ConnectionDownSeconds { get; init; }
}

/// <summary>The logs of an Azure gateway.</summary>
internal sealed record DiagnosticsPlan
{
    /// <summary>The name of the diagnostic setting.</summary>
    public required string Name { get; init; }

    /// <summary>The name of a new Log Analytics workspace; null where one exists.</summary>
    public required string? Workspace { get; init; }

    /// <summary>The id of an existing Log Analytics workspace.</summary>
    public required string? ExistingWorkspace { get; init; }

    /// <summary>How many days a new workspace keeps the logs.</summary>
    public required int RetentionDays { get; init; }
}
