using System.Collections.Frozen;

namespace S2SVpn.Design.Ipsec;

/// <summary>
/// AWS's words for the algorithms, null where it has none
/// (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html; hashicorp/aws, aws_vpn_connection).
/// </summary>
internal static class AwsSpelling
{
    private static readonly FrozenDictionary<Encryption, string> Encryptions = new Dictionary<Encryption, string>
    {
        [Ipsec.Encryption.Aes128] = "AES128",
        [Ipsec.Encryption.Aes256] = "AES256",
        [Ipsec.Encryption.Aes128Gcm] = "AES128-GCM-16",
        [Ipsec.Encryption.Aes256Gcm] = "AES256-GCM-16",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Integrity, string> Integrities = new Dictionary<Integrity, string>
    {
        [Ipsec.Integrity.Sha1] = "SHA1",
        [Ipsec.Integrity.Sha256] = "SHA2-256",
        [Ipsec.Integrity.Sha384] = "SHA2-384",
        [Ipsec.Integrity.Sha512] = "SHA2-512",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<int> Phase1Groups = new[] { 2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 }.ToFrozenSet();

    public static string Version(IkeVersion version) => version == IkeVersion.Ikev1 ? "ikev1" : "ikev2";

    /// <summary>The same in both phases.</summary>
    public static string? Encryption(Encryption encryption) => Encryptions.GetValueOrDefault(encryption);

    /// <summary>The same in both phases.</summary>
    public static string? Integrity(Integrity integrity) => Integrities.GetValueOrDefault(integrity);

    public static int? Phase1Group(DhGroup group) =>
        group.Number() is { } number && Phase1Groups.Contains(number) ? number : null;

    public static int? Phase2Group(DhGroup group) =>
        group == DhGroup.Modp1536 ? group.Number() : Phase1Group(group);
}
