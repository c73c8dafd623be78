namespace S2SVpn.Design.Ipsec;

/// <summary>
/// Azure's words for the algorithms, null where it has none
/// (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto; hashicorp/azurerm,
/// azurerm_virtual_network_gateway_connection).
/// </summary>
internal static class AzureSpelling
{
    public static string Protocol(IkeVersion version) => version == IkeVersion.Ikev1 ? "IKEv1" : "IKEv2";

    public static string? IkeEncryption(Encryption encryption) => Names(encryption).Ike;

    public static string? IkeIntegrity(Integrity integrity) => Names(integrity).Ike;

    public static string? IpsecEncryption(Encryption encryption) => Names(encryption).Esp;

    public static string? IpsecIntegrity(Integrity integrity) => Names(integrity).Esp;

    public static string? DhGroup(DhGroup group) => Names(group).Ike;

    public static string? PfsGroup(DhGroup group) => Names(group).Pfs;

    private static (string? Ike, string? Esp) Names(Encryption encryption) => encryption switch
    {
        Encryption.Aes128 => ("AES128", "AES128"),
        Encryption.Aes192 => ("AES192", "AES192"),
        Encryption.Aes256 => ("AES256", "AES256"),
        Encryption.Aes128Gcm => ("GCMAES128", "GCMAES128"),
        Encryption.Aes192Gcm => (null, "GCMAES192"),
        Encryption.Aes256Gcm => ("GCMAES256", "GCMAES256"),
        Encryption.Des => ("DES", "DES"),
        Encryption.TripleDes => ("DES3", "DES3"),
        Encryption.None => (null, "None"),
        _ => (null, null),
    };

    private static (string? Ike, string? Esp) Names(Integrity integrity) => integrity switch
    {
        Integrity.Md5 => ("MD5", "MD5"),
        Integrity.Sha1 => ("SHA1", "SHA1"),
        Integrity.Sha256 => ("SHA256", "SHA256"),
        Integrity.Sha384 => ("SHA384", null),
        _ => (null, null),
    };

    private static (string? Ike, string? Pfs) Names(DhGroup group) => group switch
    {
        Ipsec.DhGroup.None => ("None", "None"),
        Ipsec.DhGroup.Modp768 => ("DHGroup1", "PFS1"),
        Ipsec.DhGroup.Modp1024 => ("DHGroup2", "PFS2"),
        Ipsec.DhGroup.Modp2048 => ("DHGroup14", "PFS2048"),
        Ipsec.DhGroup.Ecp256 => ("ECP256", "ECP256"),
        Ipsec.DhGroup.Ecp384 => ("ECP384", "ECP384"),
        Ipsec.DhGroup.Modp2048s256 => ("DHGroup24", "PFS24"),
        _ => (null, null),
    };
}
