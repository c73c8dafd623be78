namespace S2SVpn.Design.Ipsec;

/// <summary>
/// AWS's words for the algorithms, null where it has none
/// (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html; hashicorp/aws, aws_vpn_connection).
/// </summary>
internal static class AwsSpelling
{
    public static string Version(IkeVersion version) => version == IkeVersion.Ikev1 ? "ikev1" : "ikev2";

    /// <summary>The same in both phases.</summary>
    public static string? Encryption(Encryption encryption) => encryption switch
    {
        Ipsec.Encryption.Aes128 => "AES128",
        Ipsec.Encryption.Aes256 => "AES256",
        Ipsec.Encryption.Aes128Gcm => "AES128-GCM-16",
        Ipsec.Encryption.Aes256Gcm => "AES256-GCM-16",
        _ => null,
    };

    /// <summary>The same in both phases.</summary>
    public static string? Integrity(Integrity integrity) => integrity switch
    {
        Ipsec.Integrity.Sha1 => "SHA1",
        Ipsec.Integrity.Sha256 => "SHA2-256",
        Ipsec.Integrity.Sha384 => "SHA2-384",
        Ipsec.Integrity.Sha512 => "SHA2-512",
        _ => null,
    };

    public static int? Phase1Group(DhGroup group) => group.Number() is { } number and (2 or (>= 14 and <= 24)) ? number : null;

    public static int? Phase2Group(DhGroup group) =>
        group == DhGroup.Modp1536 ? group.Number() : Phase1Group(group);
}
