namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>No two network interfaces of a subnet have one address.</summary>
public sealed class NicAddressInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PrivateIPAddressIsAllocated",
        When = RefusalTime.Write,
        Types = ["azurerm_network_interface"],
        Source = "github.com/F5Networks/terraform-azure-bigip-module/issues/63",
    };

    internal override string? Why(RefusalContext context) => context.Others
        .SelectMany(other => NicAddresses.Of(other.Values).Intersect(NicAddresses.Of(context.Values)).Select(card => (other.Id, card.Address)))
        .Select(clash => $"The private IP address {clash.Address} is already allocated to resource {clash.Id}.")
        .FirstOrDefault();
}
