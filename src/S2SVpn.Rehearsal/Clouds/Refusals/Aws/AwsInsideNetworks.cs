using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The networks that AWS accepts inside a tunnel (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html, "Inside tunnel IPv4 CIDR").</summary>
internal static class AwsInsideNetworks
{
    private const int PrefixLength = 30;

    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");

    private static readonly HashSet<string> Reserved =
    [
        "169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30", "169.254.4.0/30", "169.254.5.0/30", "169.254.169.252/30",
    ];

    public static IEnumerable<Cidr> All => LinkLocal.Split(PrefixLength).Where(Has);

    public static bool Has(Cidr cidr) => cidr.PrefixLength == PrefixLength && LinkLocal.Contains(cidr) && !Reserved.Contains($"{cidr}");
}
