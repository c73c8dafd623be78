namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Azure keeps some addresses of each subnet for itself.</summary>
public sealed class NicAddressReserved : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PrivateIPAddressInReservedRange",
        When = RefusalTime.Write,
        Types = ["azurerm_network_interface"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/4225",
    };

    internal override string? Why(RefusalContext context) => NicAddresses.Of(context.Values)
        .Where(card => NicAddresses.SubnetOf(context, card).Any(cidr => MachineAddresses.IsReserved(cidr, card.Address)))
        .Select(card => $"Private static IP address {card.Address} falls within the reserved IP range of its subnet.")
        .FirstOrDefault();
}
