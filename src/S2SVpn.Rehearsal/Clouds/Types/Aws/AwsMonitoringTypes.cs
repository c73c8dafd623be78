using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>
/// Alarms, logs and who is told. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/cloudwatch,
/// logs and sns.
/// </summary>
internal static class AwsMonitoringTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_cloudwatch_metric_alarm")
        {
            Version = 1,
            ForceNew = ["alarm_name"],
            Defaults = new Dictionary<string, Value> { ["actions_enabled"] = true, ["treat_missing_data"] = "missing" },
            Id = making => making.Planned.Text("alarm_name") ?? "",
            Make = (making, alarm) => alarm.Settle("arn", Arn(making, alarm, "cloudwatch", $"alarm:{making.Id}")),
        },
        new("aws_cloudwatch_dashboard")
        {
            ForceNew = ["dashboard_name"],
            Id = making => making.Planned.Text("dashboard_name") ?? "",
            // Dashboards belong to no region.
            Make = (making, dashboard) => dashboard.Settle("dashboard_arn", $"arn:aws:cloudwatch::{AwsCloud.Account}:dashboard/{making.Id}"),
        },
        new("aws_cloudwatch_log_group")
        {
            ForceNew = ["name", "name_prefix", "log_group_class"],
            Defaults = new Dictionary<string, Value> { ["retention_in_days"] = 0, ["skip_destroy"] = false },
            Id = making => making.Planned.Text("name") ?? $"terraform-{making.Hash(26)}",
            Make = (making, group) => group
                .Settle("name", making.Id)
                .Settle("name_prefix", Value.Null)
                .Settle("log_group_class", "STANDARD")
                .Settle("arn", Arn(making, group, "logs", $"log-group:{making.Id}")),
        },
        new("aws_sns_topic")
        {
            ForceNew = ["name", "name_prefix", "fifo_topic"],
            Defaults = new Dictionary<string, Value> { ["content_based_deduplication"] = false, ["fifo_topic"] = false },
            Id = making => Arn(making, making.Planned, "sns", making.Planned.Text("name") ?? $"terraform-{making.Hash(26)}"),
            Make = (making, topic) => topic
                .Settle("name", making.Id[(making.Id.LastIndexOf(':') + 1)..])
                .Settle("name_prefix", Value.Null)
                .Settle("arn", making.Id),
        },
        new("aws_sns_topic_subscription")
        {
            ForceNew = ["endpoint", "protocol", "topic_arn"],
            Defaults = new Dictionary<string, Value> { ["confirmation_timeout_in_minutes"] = 1, ["endpoint_auto_confirms"] = false, ["raw_message_delivery"] = false },
            Id = making => $"{making.Planned.Text("topic_arn")}:{Guid.Parse(making.Hash(32))}",
            Make = (making, subscription) => subscription
                .Settle("arn", making.Id)
                // Whoever gets mail has to say yes first, and nobody reads it here.
                .Settle("pending_confirmation", subscription.Text("protocol")?.StartsWith("email", StringComparison.Ordinal) == true),
        },
    ];

    private static string Arn(Making making, Attributes values, string service, string rest) =>
        $"arn:aws:{service}:{AwsCloud.Region(making.Settings, values)}:{AwsCloud.Account}:{rest}";
}
