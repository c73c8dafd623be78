using System.Text.Json.Serialization;

namespace S2SVpn.Design.Planning;

/// <summary>Everything about one AWS site. It holds nothing of any Azure site but what an AWS resource has to say of its peer.</summary>
public sealed record AwsSitePlan
{
    // Only the constructs read what it takes: a property that has to be given may not be less visible than its record.
    internal AwsSitePlan(ValueList<ProbePlan> probes, InstanceConnectPlan? instanceConnect, AwsAlarmsPlan? alarms) =>
        (Probes, InstanceConnect, Alarms) = (probes, instanceConnect, alarms);

    /// <summary>Its name in the request.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of its Terraform provider; null for the default one, which serves all sites of the first one's account.</summary>
    public required string? Alias { get; init; }

    /// <summary>The region, such as eu-central-1.</summary>
    public required string Region { get; init; }

    /// <summary>The region that its resources have to name, because it is not that of their provider; null where it is.</summary>
    public required string? ResourceRegion { get; init; }

    /// <summary>The account that the provider accepts; null for any.</summary>
    public required string? Account { get; init; }

    /// <summary>The profile of the AWS configuration that the provider uses; null for its default credentials.</summary>
    public required string? Profile { get; init; }

    /// <summary>The ARN of the role that the provider assumes; null for none.</summary>
    public required string? Role { get; init; }

    /// <summary>What the names of its resources start with.</summary>
    public required string Stem { get; init; }

    /// <summary>On every resource, beside its <c>Name</c>.</summary>
    public required ValueMap<string> Tags { get; init; }

    /// <summary>The VPC.</summary>
    public required AwsNetworkPlan Network { get; init; }

    /// <summary>The gateway that the links end on.</summary>
    public required AwsGatewayPlan Gateway { get; init; }

    /// <summary>One for each endpoint of each peer; links to the same peer share them.</summary>
    public required ValueList<CustomerGatewayPlan> CustomerGateways { get; init; }

    /// <summary>The AWS ends of all links of the site.</summary>
    public required ValueList<AwsLinkPlan> Links { get; init; }

    /// <summary>The security groups, and the rules for existing ones.</summary>
    public required ValueList<SecurityGroupPlan> SecurityGroups { get; init; }

    /// <summary>The test machines.</summary>
    [JsonInclude]
    internal ValueList<ProbePlan> Probes { get; init; }

    /// <summary>Who may log in to the probes; null without any.</summary>
    public required SshPlan? Ssh { get; init; }

    /// <summary>The way to probes without public addresses; null where none needs it, and in an existing VPC, which may have its one already.</summary>
    [JsonInclude]
    internal InstanceConnectPlan? InstanceConnect { get; init; }

    /// <summary>The alarms for its tunnels; null for none.</summary>
    [JsonInclude]
    internal AwsAlarmsPlan? Alarms { get; init; }
}
