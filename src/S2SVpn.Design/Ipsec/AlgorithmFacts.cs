namespace S2SVpn.Design.Ipsec;

/// <summary>What is true of an algorithm by itself, in either cloud.</summary>
internal static class AlgorithmFacts
{
    /// <summary>Whether the cipher brings its own integrity, so that ESP takes no other.</summary>
    public static bool IsAead(this Encryption encryption) =>
        encryption is Encryption.Aes128Gcm or Encryption.Aes192Gcm or Encryption.Aes256Gcm;

    /// <summary>Whether it should not be used any more (RFC 8221, RFC 8247).</summary>
    public static bool IsWeak(this Encryption encryption) =>
        encryption is Encryption.Des or Encryption.TripleDes or Encryption.None;

    public static bool IsWeak(this Integrity integrity) => integrity is Integrity.Md5 or Integrity.Sha1;

    public static bool IsWeak(this DhGroup group) => group is DhGroup.None or DhGroup.Modp768 or DhGroup.Modp1024
        or DhGroup.Modp1536 or DhGroup.Modp1024s160 or DhGroup.Modp2048s224 or DhGroup.Modp2048s256;

    /// <summary>The number of the group at IANA; null for none.</summary>
    public static int? Number(this DhGroup group) => group switch
    {
        DhGroup.None => null,
        DhGroup.Modp768 => 1,
        DhGroup.Modp1024 => 2,
        DhGroup.Modp1536 => 5,
        DhGroup.Modp2048 => 14,
        DhGroup.Modp3072 => 15,
        DhGroup.Modp4096 => 16,
        DhGroup.Modp6144 => 17,
        DhGroup.Modp8192 => 18,
        DhGroup.Ecp256 => 19,
        DhGroup.Ecp384 => 20,
        DhGroup.Ecp521 => 21,
        DhGroup.Modp1024s160 => 22,
        DhGroup.Modp2048s224 => 23,
        DhGroup.Modp2048s256 => 24,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Not a group."),
    };
}
