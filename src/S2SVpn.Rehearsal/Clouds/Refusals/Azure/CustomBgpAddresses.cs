namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A connection's BGP addresses have to be among its gateway's. The provider checks it.</summary>
public sealed class CustomBgpAddresses : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway_connection"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_connection_resource.go",
    };

    internal override string? Why(RefusalContext context)
    {
        var gateway = context.Find("azurerm_virtual_network_gateway", context.Values.Text("virtual_network_gateway_id"));
        if (context.Values.Block("custom_bgp_addresses") is not { } custom || gateway is null)
        {
            return null;
        }

        var known = (gateway.Block("bgp_settings")?.Blocks("peering_addresses") ?? [])
            .SelectMany(addresses => addresses.Texts("apipa_addresses"))
            .ToHashSet();
        var (primary, secondary) = (custom.Text("primary"), custom.Text("secondary"));
        // The provider looks for the primary first: an equal secondary is never found.
        return known.Contains(primary ?? "") && (secondary is null || (secondary != primary && known.Contains(secondary)))
            ? null
            : "primary or secondary address not found at `virtual_network_gateway` configuration `bgp_settings` `peering_addresses`";
    }
}
