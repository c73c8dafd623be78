namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Standard addresses are static. The provider checks it.</summary>
public sealed class StandardPublicIpDynamic : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_public_ip"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/public_ip_resource.go",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("sku") != "Basic" && context.Values.Text("allocation_method") == "Dynamic"
        ? "static IP allocation must be used when creating Standard SKU public IP addresses"
        : null;
}
