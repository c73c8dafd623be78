using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>What an AWS side is built from.</summary>
public sealed record AwsVpnSideProps
{
    /// <summary>What to build.</summary>
    public required AwsSitePlan Site { get; init; }

    /// <summary>The AWS provider of the site; the stack's default one when left out.</summary>
    public TerraformProvider? Provider { get; init; }

    /// <summary>What ids of existing things in the plan stand for, where the stack itself makes those things.</summary>
    public StackReferences? References { get; init; }
}
