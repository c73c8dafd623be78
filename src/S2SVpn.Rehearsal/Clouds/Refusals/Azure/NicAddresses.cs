using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The private addresses of network interfaces.</summary>
internal static class NicAddresses
{
    /// <summary>Those that are known, with the subnet of each.</summary>
    public static IEnumerable<(string? Subnet, Ipv4 Address)> Of(Attributes card) => card.Blocks("ip_configuration")
        .SelectMany(one => Ipv4.TryParse(one.Text("private_ip_address") ?? "", out var address, out _) ? new[] { (one.Text("subnet_id"), address) } : []);

    /// <summary>The networks of the subnet; none where the store does not know it.</summary>
    public static Cidr[] SubnetOf(RefusalContext context, (string? Subnet, Ipv4 Address) card) =>
        [.. Networks.Of(context.Find("azurerm_subnet", card.Subnet), "address_prefixes")];
}

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

/// <summary>An IPv4 address of a network interface is of a subnet.</summary>
public sealed class NicWithoutSubnet : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_network_interface"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/network_interface_resource.go",
    };

    internal override string? Why(RefusalContext context) => context.Values.Blocks("ip_configuration")
        .Where(one => one.Text("private_ip_address_version") is null or "IPv4" && one["subnet_id"] is { IsNull: true, IsUnknown: false })
        .Select(_ => "a Subnet ID must be specified for an IPv4 Network Interface")
        .FirstOrDefault();
}
