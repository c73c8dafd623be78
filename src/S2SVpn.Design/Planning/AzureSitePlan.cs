using System.Text.Json.Serialization;

namespace S2SVpn.Design.Planning;

/// <summary>Everything about one Azure site. It holds nothing of any AWS site but what an Azure resource has to say of its peer.</summary>
public sealed record AzureSitePlan
{
    // Only the constructs read what it takes: a property that has to be given may not be less visible than its record.
    internal AzureSitePlan(ValueList<ProbePlan> probes, AzureAlertsPlan? alerts, DiagnosticsPlan? diagnostics) =>
        (Probes, Alerts, Diagnostics) = (probes, alerts, diagnostics);

    /// <summary>Its name in the request.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of its Terraform provider; null for the default one, which serves all sites of the first one's subscription.</summary>
    public required string? Alias { get; init; }

    /// <summary>The location, such as westeurope.</summary>
    public required string Location { get; init; }

    /// <summary>Its cloud as Terraform calls it, such as usgovernment; null for the public one.</summary>
    public required string? Environment { get; init; }

    /// <summary>The id of the subscription; null for the provider's own.</summary>
    public required string? Subscription { get; init; }

    /// <summary>What the names of its resources start with.</summary>
    public required string Stem { get; init; }

    /// <summary>The tags on every resource that supports them.</summary>
    public required ValueMap<string> Tags { get; init; }

    /// <summary>The resource group of what is made.</summary>
    public required ResourceGroupPlan ResourceGroup { get; init; }

    /// <summary>The VNet.</summary>
    public required AzureNetworkPlan Network { get; init; }

    /// <summary>The gateway that the links stand on.</summary>
    public required AzureGatewayPlan Gateway { get; init; }

    /// <summary>The Azure ends of all links of the site.</summary>
    public required ValueList<AzureLinkPlan> Links { get; init; }

    /// <summary>
    /// What changes its gateway, one after the other: two changes of one gateway at once end in AnotherOperationInProgress
    /// (github.com/hashicorp/terraform-provider-azurerm/issues/10582).
    /// </summary>
    internal ValueList<GatewayStep> GatewaySteps =>
    [
        .. Network.Spokes.Select(spoke => new GatewayStep(GatewayStepKind.Peering, spoke.Key)),
        .. Gateway.NatRules.Select(rule => new GatewayStep(GatewayStepKind.Translation, rule.Name)),
        .. Links.SelectMany(link => link.Connections).Select(connection => new GatewayStep(GatewayStepKind.Connection, connection.Name)),
    ];

    /// <summary>The network security groups.</summary>
    public required ValueList<NetworkSecurityGroupPlan> SecurityGroups { get; init; }

    /// <summary>The test machines.</summary>
    [JsonInclude]
    internal ValueList<ProbePlan> Probes { get; init; }

    /// <summary>Who may log in to the probes; null without any.</summary>
    public required SshPlan? Ssh { get; init; }

    /// <summary>The alerts for its connections; null for none.</summary>
    [JsonInclude]
    internal AzureAlertsPlan? Alerts { get; init; }

    /// <summary>The logs of its gateway; null for none, and with an appliance.</summary>
    [JsonInclude]
    internal DiagnosticsPlan? Diagnostics { get; init; }
}

/// <summary>A resource group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Existing">Whether it exists already.</param>
public sealed record ResourceGroupPlan(string Name, bool Existing);
