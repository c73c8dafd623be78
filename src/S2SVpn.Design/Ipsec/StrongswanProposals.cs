namespace S2SVpn.Design.Ipsec;

/// <summary>The algorithms of one tunnel, in strongSwan's words (docs.strongswan.org/docs/latest/config/proposals.html).</summary>
/// <param name="Ike">Phase 1.</param>
/// <param name="Esp">Phase 2; its group is that of perfect forward secrecy.</param>
internal sealed record StrongswanProposals(string Ike, string Esp)
{
    public static StrongswanProposals From(CryptoProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var (ike, esp) = (profile.Ike, profile.Esp);
        // A GCM cipher brings its own integrity: what is left to choose is the hash of the pseudo-random function.
        var hash = ike.Encryption.IsAead() ? $"prf{Hash(ike.Integrity)}" : Hash(ike.Integrity);
        return new StrongswanProposals(
            string.Join('-', Cipher(ike.Encryption), hash, Group(ike.DhGroup)),
            string.Join('-', new[] { Cipher(esp.Encryption), esp.Encryption.IsAead() || esp.Integrity is null ? null : Hash(esp.Integrity.Value), Group(esp.PfsGroup) }.OfType<string>()));
    }

    private static string Cipher(Encryption encryption) => encryption switch
    {
        Encryption.Aes128 => "aes128",
        Encryption.Aes192 => "aes192",
        Encryption.Aes256 => "aes256",
        Encryption.Aes128Gcm => "aes128gcm16",
        Encryption.Aes192Gcm => "aes192gcm16",
        Encryption.Aes256Gcm => "aes256gcm16",
        Encryption.Des => "des",
        Encryption.TripleDes => "3des",
        _ => "null",
    };

    private static string Hash(Integrity integrity) => Words.Of(integrity);

    // The request has strongSwan's names for the groups.
    private static string? Group(DhGroup group) => group == DhGroup.None ? null : Words.Of(group);
}
