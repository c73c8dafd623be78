namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The bounds of numbers in Azure.</summary>
public sealed class AzureNumberRanges : NumberRanges
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_*"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/network_security_rule_resource.go",
    };

    private protected override IReadOnlyList<(string Type, string Argument, long First, long Last)> All { get; } =
    [
        ("azurerm_network_security_rule", "priority", 100, 4096),
        // learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq, "What Autonomous System Numbers can I use?"
        ("azurerm_virtual_network_gateway", "bgp_settings.asn", 1, uint.MaxValue),
        ("azurerm_local_network_gateway", "bgp_settings.asn", 1, uint.MaxValue),
    ];
}
