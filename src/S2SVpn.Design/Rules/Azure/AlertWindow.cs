using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class AlertWindow : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ109",
        Level = FindingLevel.Error,
        Title = "An Azure alert's window is 5, 15 or 30 minutes or an hour",
        Why = "Azure supports only these windows, and a VPN gateway reports its tunnels every 5 minutes.",
        Sources =
        [
            new(
                "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/monitor/monitor_metric_alert_resource.go",
                "Terraform provider azurerm: azurerm_monitor_metric_alert"),
            new(
                "learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-network-virtualnetworkgateways-metrics",
                "Azure: metrics of virtual network gateways"),
        ],
        Fix = "Write 5m, 15m, 30m or 1h.",
    };

    private static readonly ValueList<Duration> Windows =
        [Duration.Minutes(5), Duration.Minutes(15), Duration.Minutes(30), Duration.Hours(1)];

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var window = context.Request.Monitoring.Alarms.ConnectionDown;
        var path = RequestPath.Root.At("monitoring.alarms.connectionDown");
        return Windows.Contains(window)
            ? []
            : [new Violation($"{context.FormatPath(path)} {window.Written} is not a window that Azure supports. Supported: {string.Join(", ", Windows)}", path)];
    }
}
