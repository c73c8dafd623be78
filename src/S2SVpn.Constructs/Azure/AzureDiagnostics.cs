using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>The logs of a VPN gateway in a Log Analytics workspace.</summary>
internal sealed class AzureDiagnostics : Construct
{
    // Those of site-to-site VPNs
    // (learn.microsoft.com/azure/vpn-gateway/monitor-vpn-gateway-reference#resource-logs).
    private static readonly string[] Categories = ["GatewayDiagnosticLog", "TunnelDiagnosticLog", "RouteDiagnosticLog", "IKEDiagnosticLog"];

    internal AzureDiagnostics(Construct scope, string id, DiagnosticsPlan plan, AzureGateway gateway, AzureResourceScope place) : base(scope, id)
    {
        WorkspaceId = plan.ExistingWorkspace ?? new LogAnalyticsWorkspace(this, "workspace", new LogAnalyticsWorkspaceConfig
        {
            Provider = place.Provider,
            Name = plan.Workspace!,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            Sku = "PerGB2018",
            RetentionInDays = plan.RetentionDays,
            Tags = place.Tags,
        }).Id;
        Dependable = new MonitorDiagnosticSetting(this, "Resource", new MonitorDiagnosticSettingConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            TargetResourceId = gateway.Id,
            LogAnalyticsWorkspaceId = WorkspaceId,
            EnabledLog = Categories.Select(category => new MonitorDiagnosticSettingEnabledLog { Category = category }).ToArray(),
            DependsOn = gateway.Parts is { } parts ? [parts] : null,
        });
    }

    public string WorkspaceId { get; }

    /// <summary>The setting as something to wait for.</summary>
    internal ITerraformDependable Dependable { get; }
}
