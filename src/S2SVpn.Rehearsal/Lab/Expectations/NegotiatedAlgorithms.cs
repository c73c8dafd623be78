using S2SVpn.Design.Ipsec;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>The designed algorithms as charon reports what was agreed.</summary>
internal static class NegotiatedAlgorithms
{
    public static string Ike(IkeProfile ike)
    {
        var hash = Hash(ike.Integrity);
        var own = ike.Encryption.IsAead() ? "" : $"{Sealed(ike.Integrity)} ";
        return $"{Cipher(ike.Encryption)} {own}PRF_HMAC_{hash} {Group(ike.DhGroup)}";
    }

    public static string Esp(EspProfile esp) => esp.Encryption.IsAead() || esp.Integrity is null
        ? Cipher(esp.Encryption)
        : $"{Cipher(esp.Encryption)} {Sealed(esp.Integrity.Value)}";

    public static string? Group(DhGroup group) => group switch
    {
        DhGroup.None => null,
        DhGroup.Modp2048s256 => "MODP_2048_256",
        _ => group.ToString().ToUpperInvariant() switch
        {
            var name when name.StartsWith("MODP", StringComparison.Ordinal) => name.Contains('S', StringComparison.Ordinal) ? $"MODP_{name[4..].Replace('S', '_')}" : $"MODP_{name[4..]}",
            var name => $"ECP_{name[3..]}",
        },
    };

    private static string Cipher(Encryption encryption) => encryption switch
    {
        Encryption.Aes128 => "AES_CBC 128",
        Encryption.Aes192 => "AES_CBC 192",
        Encryption.Aes256 => "AES_CBC 256",
        Encryption.Aes128Gcm => "AES_GCM_16 128",
        Encryption.Aes192Gcm => "AES_GCM_16 192",
        Encryption.Aes256Gcm => "AES_GCM_16 256",
        Encryption.Des => "DES_CBC",
        Encryption.TripleDes => "3DES_CBC",
        _ => "NULL",
    };

    private static string Hash(Integrity integrity) => integrity switch
    {
        Integrity.Md5 => "MD5",
        Integrity.Sha1 => "SHA1",
        Integrity.Sha256 => "SHA2_256",
        Integrity.Sha384 => "SHA2_384",
        _ => "SHA2_512",
    };

    private static string Sealed(Integrity integrity) => integrity switch
    {
        Integrity.Md5 => "HMAC_MD5_96",
        Integrity.Sha1 => "HMAC_SHA1_96",
        Integrity.Sha256 => "HMAC_SHA2_256_128",
        Integrity.Sha384 => "HMAC_SHA2_384_192",
        _ => "HMAC_SHA2_512_256",
    };
}
