namespace S2SVpn.Design.Planning;

/// <summary>Everything about one Azure site. It holds nothing of any AWS site but what an Azure resource has to say of its peer.</summary>
public sealed record AzureSitePlan
{
    /// <summary>Its name in the request.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of its Terraform provider; null for the default one, which serves all sites of the first one's subscription.</summary>
    public required string? Alias { get; init; }

    public required string Location { get; init; }

    /// <summary>Its cloud as Terraform calls it, such as usgovernment; null for the public one.</summary>
    public required string? Environment { get; init; }

    public required string? Subscription { get; init; }

    /// <summary>What the names of its resources start with.</summary>
    public required string Stem { get; init; }

    public required ValueMap<string> Tags { get; init; }

    public required ResourceGroupPlan ResourceGroup { get; init; }

    public required AzureNetworkPlan Network { get; init; }

    public required AzureGatewayPlan Gateway { get; init; }

    public required ValueList<AzureLinkPlan> Links { get; init; }

    public required ValueList<NetworkSecurityGroupPlan> SecurityGroups { get; init; }

    public required ValueList<ProbePlan> Probes { get; init; }

    /// <summary>Who may log in to the probes; null without any.</summary>
    public required SshPlan? Ssh { get; init; }

    public required AzureAlertsPlan? Alerts { get; init; }

    public required DiagnosticsPlan? Diagnostics { get; init; }
}

public sealed record ResourceGroupPlan(string Name, bool Existing);
