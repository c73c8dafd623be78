using System.Text.Json.Serialization;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>How Terraform runs.</summary>
internal sealed record TerraformPlan
{
    /// <summary>The versions of Terraform and its providers.</summary>
    public required TerraformVersions Versions { get; init; }

    /// <summary>How long Terraform waits for Azure.</summary>
    public required TerraformTimeouts Timeouts { get; init; }

    /// <summary>Whether Terraform refuses to destroy gateways.</summary>
    public required bool Protect { get; init; }

    /// <summary>The Azure cloud of all sites as Terraform calls it; null for the public one.</summary>
    public required string? AzureEnvironment { get; init; }

    /// <summary>One for all, or one for each part or each site's part, in the order in which they are applied.</summary>
    public required ValueList<StackPlan> Stacks { get; init; }
}

/// <summary>One Terraform configuration with its own state.</summary>
internal sealed record StackPlan
{
    /// <summary>The name of the stack, and of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>What its name has after the plan's; null for the only one.</summary>
    [JsonIgnore]
    public string? Suffix { get; init; }

    /// <summary>What it makes.</summary>
    public required StackPart Part { get; init; }

    /// <summary>The site that it makes that of; null for all sites.</summary>
    public required string? Site { get; init; }

    /// <summary>The names of the stacks whose states it reads: they are applied before it.</summary>
    public required ValueList<string> Reads { get; init; }

    /// <summary>Where its state is kept: exactly one of them is given, with everything filled in.</summary>
    public required Backend Backend { get; init; }
}

/// <summary>What a stack makes of a plan.</summary>
internal enum StackPart
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>What the sites of a fleet share: the SSH key of their test machines.</summary>
    Shared,

    /// <summary>The Azure networks and gateways.</summary>
    AzureGateways,

    /// <summary>Everything in AWS.</summary>
    Aws,

    /// <summary>The Azure connections.</summary>
    AzureConnections,

    /// <summary>The dashboard of a fleet.</summary>
    Dashboard,
}
