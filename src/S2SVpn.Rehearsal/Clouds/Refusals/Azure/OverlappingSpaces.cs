using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The peer's networks must not overlap the virtual network.</summary>
public sealed class OverlappingSpaces : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ConnectionOverlappingAddressSpaces",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway_connection"],
        Source = "github.com/MicrosoftDocs/azure-docs/issues/110829",
    };

    internal override string? Why(RefusalContext context)
    {
        // Translated on the way in, they don't meet (learn.microsoft.com/azure/vpn-gateway/nat-overview).
        if (context.Values.Texts("ingress_nat_rule_ids").Any())
        {
            return null;
        }

        var peer = context.Find("azurerm_local_network_gateway", context.Values.Text("local_network_gateway_id"));
        var gateway = context.Find("azurerm_virtual_network_gateway", context.Values.Text("virtual_network_gateway_id"));
        var subnet = gateway?.Block("ip_configuration")?.Text("subnet_id");
        var network = context.Find("azurerm_virtual_network", subnet?.Split("/subnets/")[0]);
        Cidr[] own = [.. Networks.Of(network, "address_space")];
        var clash = Networks.Of(peer, "address_space").Where(theirs => own.Any(theirs.Overlaps)).Select(theirs => $"{theirs}").FirstOrDefault();
        return clash is null ? null : $"{clash}, of the local network gateway, overlaps the address space of the virtual network.";
    }
}
