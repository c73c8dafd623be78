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
            Id = context => context.Planned.Text("alarm_name") ?? "",
            Make = (context, alarm) => alarm.SetIfUnknown("arn", Arn(context, alarm, "cloudwatch", $"alarm:{context.Id}")),
        },
        new("aws_cloudwatch_dashboard")
        {
            ForceNew = ["dashboard_name"],
            Id = context => context.Planned.Text("dashboard_name") ?? "",
            // Dashboards belong to no region.
            Make = (context, dashboard) => dashboard.SetIfUnknown("dashboard_arn", $"arn:aws:cloudwatch::{AwsCloud.Account}:dashboard/{context.Id}"),
        },
        new("aws_cloudwatch_log_group")
        {
            ForceNew = ["name", "name_prefix", "log_group_class"],
            Defaults = new Dictionary<string, Value> { ["retention_in_days"] = 0, ["skip_destroy"] = false },
            Id = context => context.Planned.Text("name") ?? $"terraform-{context.Hash(26)}",
            Make = (context, group) => group
                .SetIfUnknown("name", context.Id)
                .SetIfUnknown("name_prefix", Value.Null)
                .SetIfUnknown("log_group_class", "STANDARD")
                .SetIfUnknown("arn", Arn(context, group, "logs", $"log-group:{context.Id}")),
        },
        new("aws_sns_topic")
        {
            ForceNew = ["name", "name_prefix", "fifo_topic"],
            Defaults = new Dictionary<string, Value> { ["content_based_deduplication"] = false, ["fifo_topic"] = false },
            Id = context => Arn(context, context.Planned, "sns", context.Planned.Text("name") ?? $"terraform-{context.Hash(26)}"),
            Make = (context, topic) => topic
                .SetIfUnknown("name", context.Id[(context.Id.LastIndexOf(':') + 1)..])
                .SetIfUnknown("name_prefix", Value.Null)
                .SetIfUnknown("arn", context.Id),
        },
        new("aws_sns_topic_subscription")
        {
            ForceNew = ["endpoint", "protocol", "topic_arn"],
            Defaults = new Dictionary<string, Value> { ["confirmation_timeout_in_minutes"] = 1, ["endpoint_auto_confirms"] = false, ["raw_message_delivery"] = false },
            Id = context => $"{context.Planned.Text("topic_arn")}:{Guid.Parse(context.Hash(32))}",
            Make = (context, subscription) => subscription
                .SetIfUnknown("arn", context.Id)
                // An email subscription has to be confirmed first, and nobody reads mail here.
                .SetIfUnknown("pending_confirmation", subscription.Text("protocol")?.StartsWith("email", StringComparison.Ordinal) == true),
        },
    ];

    private static string Arn(CreateContext context, Attributes values, string service, string rest) =>
        $"arn:aws:{service}:{AwsCloud.Region(context.Settings, values)}:{AwsCloud.Account}:{rest}";
}
