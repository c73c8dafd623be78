using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>
/// What machines of a subnet may be called: both clouds keep its first four addresses and the last
/// (docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html, learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
/// </summary>
internal static class MachineAddresses
{
    private const int FirstFree = 4;

    public static bool IsReserved(Cidr subnet, Ipv4 address) =>
        subnet.Contains(address) && (address.Value - subnet.First.Value < FirstFree || address.Value - subnet.First.Value == subnet.Size - 1);

    public static IEnumerable<Ipv4> Free(Cidr subnet) =>
        Enumerable.Range(FirstFree, (int)Math.Min(Math.Max(0, subnet.Size - 1 - FirstFree), ushort.MaxValue)).Select(place => subnet.Host(place));
}
