using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class WorkspaceRetention : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ108",
        Level = FindingLevel.Error,
        Title = "A new workspace retains logs for 30 to 730 days",
        Why = "Azure rejects other retentions for a pay-as-you-go Log Analytics workspace.",
        Sources =
        [
            new(
                "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/loganalytics/log_analytics_workspace_resource.go",
                "Terraform provider azurerm: azurerm_log_analytics_workspace"),
        ],
        Fix = "Write a number from 30 to 730, or leave monitoring.diagnostics.retentionDays out (90).",
    };

    private const int Least = 30;
    private const int Most = 730;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var days = context.Request.Monitoring.Diagnostics.RetentionDays;
        var path = RequestPath.Root.At("monitoring.diagnostics.retentionDays");
        return days is < Least or > Most
            ? [new Violation($"{context.FormatPath(path)} {days} is not between {Least} and {Most}", path)]
            : [];
    }
}
