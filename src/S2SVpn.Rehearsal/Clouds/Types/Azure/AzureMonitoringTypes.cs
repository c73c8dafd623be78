using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>
/// Alerts, logs and who is told. What a change replaces is as in github.com/hashicorp/terraform-provider-azurerm, internal/services/monitor
/// and loganalytics.
/// </summary>
internal static class AzureMonitoringTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("azurerm_monitor_action_group")
        {
            ForceNew = ["name", "resource_group_name", "location"],
            Defaults = new Dictionary<string, Value> { ["enabled"] = true, ["location"] = "global" },
        },
        new("azurerm_monitor_metric_alert")
        {
            Version = 1,
            ForceNew = ["name", "resource_group_name"],
            Defaults = new Dictionary<string, Value>
            {
                ["auto_mitigate"] = true,
                ["criteria.skip_metric_validation"] = false,
                ["enabled"] = true,
                ["frequency"] = "PT1M",
                ["severity"] = 3,
                ["window_size"] = "PT5M",
            },
        },
        new("azurerm_monitor_diagnostic_setting")
        {
            ForceNew = ["name", "target_resource_id", "partner_solution_id"],
            Id = context => $"{context.Planned.Text("target_resource_id")}|{context.Planned.Text("name")}",
        },
        new("azurerm_log_analytics_workspace")
        {
            Version = 3,
            Sensitive = ["primary_shared_key", "secondary_shared_key"],
            ForceNew = ["name", "resource_group_name", "location"],
            Defaults = new Dictionary<string, Value>
            {
                ["allow_resource_only_permissions"] = true,
                ["daily_quota_gb"] = -1,
                ["internet_ingestion_enabled"] = true,
                ["internet_query_enabled"] = true,
            },
            Make = (context, workspace) => workspace
                .SetIfUnknown("sku", "PerGB2018")
                .SetIfUnknown("retention_in_days", 30)
                .SetIfUnknown("local_authentication_enabled", true)
                .SetIfUnknown("local_authentication_disabled", false)
                .SetIfUnknown("workspace_id", Guid.Parse(context.Hash(32, "workspace")).ToString()),
        },
    ];
}
