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
