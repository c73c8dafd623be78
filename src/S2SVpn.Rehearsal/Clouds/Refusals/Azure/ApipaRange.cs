using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Azure's own BGP addresses in tunnels come from two networks only. The provider checks it.</summary>
public sealed class ApipaRange : Refusal
{
    // learn.microsoft.com/azure/vpn-gateway/bgp-howto
    private static readonly Ipv4 First = Ipv4.Parse("169.254.21.0");
    private static readonly Ipv4 Last = Ipv4.Parse("169.254.22.255");

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_resource.go",
    };

    internal override string? Why(RefusalContext context) => (context.Values.Block("bgp_settings")?.Blocks("peering_addresses") ?? [])
        .SelectMany(addresses => addresses.Texts("apipa_addresses"))
        .Where(address => !Ipv4.TryParse(address, out var parsed, out _) || parsed.Value < First.Value || parsed.Value > Last.Value)
        .Select(address => $"\"apipa_addresses\" must be between 169.254.21.0 and 169.254.22.255, got {address}")
        .FirstOrDefault();
}
