namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A network interface has an address of its subnet.</summary>
public sealed class NicAddressOutsideSubnet : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PrivateIPAddressNotInSubnet",
        When = RefusalTime.Write,
        Types = ["azurerm_network_interface"],
        Source = "learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors",
    };

    internal override string? Why(RefusalContext context) => NicAddresses.Of(context.Values)
        .Where(card => NicAddresses.SubnetOf(context, card) is { Length: > 0 } subnet && !subnet.Any(cidr => cidr.Contains(card.Address)))
        .Select(card => $"Private static IP address {card.Address} does not belong to the range of its subnet.")
        .FirstOrDefault();
}
