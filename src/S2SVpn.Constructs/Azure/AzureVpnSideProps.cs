using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Azure;

/// <summary>What an Azure side is built from.</summary>
public sealed record AzureVpnSideProps
{
    /// <summary>What to build.</summary>
    public required AzureSitePlan Site { get; init; }

    /// <summary>The azurerm provider of the site; the stack's default one when left out.</summary>
    public TerraformProvider? Provider { get; init; }

    /// <summary>What ids of existing things in the plan stand for, where the stack itself makes those things.</summary>
    public StackReferences? References { get; init; }

    /// <summary>How long Terraform waits for Azure; long enough when left out.</summary>
    public TerraformTimeouts Timeouts { get; init; } = new();
}
