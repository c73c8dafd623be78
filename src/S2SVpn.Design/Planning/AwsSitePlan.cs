namespace S2SVpn.Design.Planning;

/// <summary>Everything about one AWS site. It holds nothing of any Azure site but what an AWS resource has to say of its peer.</summary>
public sealed record AwsSitePlan
{
    /// <summary>Its name in the request.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of its Terraform provider; null for the default one, which serves all sites of the first one's account.</summary>
    public required string? Alias { get; init; }

    public required string Region { get; init; }

    /// <summary>The region that its resources have to name, because it is not that of their provider; null where it is.</summary>
    public required string? ResourceRegion { get; init; }

    public required string? Account { get; init; }

    public required string? Profile { get; init; }

    public required string? Role { get; init; }

    /// <summary>What the names of its resources start with.</summary>
    public required string Stem { get; init; }

    /// <summary>On every resource, beside its <c>Name</c>.</summary>
    public required ValueMap<string> Tags { get; init; }

    public required AwsNetworkPlan Network { get; init; }

    public required AwsGatewayPlan Gateway { get; init; }

    /// <summary>One for each endpoint of each peer; links to the same peer share them.</summary>
    public required ValueList<CustomerGatewayPlan> CustomerGateways { get; init; }

    public required ValueList<AwsLinkPlan> Links { get; init; }

    public required ValueList<SecurityGroupPlan> SecurityGroups { get; init; }

    public required ValueList<ProbePlan> Probes { get; init; }

    /// <summary>Who may log in to the probes; null without any.</summary>
    public required SshPlan? Ssh { get; init; }

    /// <summary>The way to probes without public addresses; null where none needs it, and in an existing VPC, which may have its one already.</summary>
    public required InstanceConnectPlan? InstanceConnect { get; init; }

    public required AwsAlarmsPlan? Alarms { get; init; }
}
