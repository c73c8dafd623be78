namespace S2SVpn.Design.Ipsec;

/// <summary>The algorithms of one AWS tunnel, in AWS's words.</summary>
public sealed record AwsTunnelCrypto
{
    /// <summary>The only entry of tunnelN_ike_versions: ikev1 or ikev2.</summary>
    public required string IkeVersion { get; init; }

    /// <summary>The only entry of tunnelN_phase1_encryption_algorithms, such as AES256.</summary>
    public required string Phase1Encryption { get; init; }

    /// <summary>The only entry of tunnelN_phase1_integrity_algorithms, such as SHA2-384.</summary>
    public required string Phase1Integrity { get; init; }

    /// <summary>The only entry of tunnelN_phase1_dh_group_numbers, such as 20.</summary>
    public required int Phase1DhGroup { get; init; }

    /// <summary>tunnelN_phase1_lifetime_seconds.</summary>
    public required int Phase1LifetimeSeconds { get; init; }

    /// <summary>The only entry of tunnelN_phase2_encryption_algorithms, such as AES256-GCM-16.</summary>
    public required string Phase2Encryption { get; init; }

    /// <summary>The only entry of tunnelN_phase2_integrity_algorithms. AWS ignores it with a GCM cipher.</summary>
    public required string Phase2Integrity { get; init; }

    /// <summary>The only entry of tunnelN_phase2_dh_group_numbers, such as 20.</summary>
    public required int Phase2DhGroup { get; init; }

    /// <summary>tunnelN_phase2_lifetime_seconds.</summary>
    public required int Phase2LifetimeSeconds { get; init; }

    /// <exception cref="NotSupportedException">AWS has no word for one of the algorithms.</exception>
    internal static AwsTunnelCrypto From(CryptoProfile profile) => new()
    {
        IkeVersion = AwsSpelling.Version(profile.Ike.Version),
        Phase1Encryption = AwsSpelling.Encryption(profile.Ike.Encryption) ?? throw None(profile.Ike.Encryption),
        Phase1Integrity = AwsSpelling.Integrity(profile.Ike.Integrity) ?? throw None(profile.Ike.Integrity),
        Phase1DhGroup = AwsSpelling.Phase1Group(profile.Ike.DhGroup) ?? throw None(profile.Ike.DhGroup),
        Phase1LifetimeSeconds = profile.Ike.LifetimeSeconds,
        Phase2Encryption = AwsSpelling.Encryption(profile.Esp.Encryption) ?? throw None(profile.Esp.Encryption),
        Phase2Integrity = Esp(profile.Esp),
        Phase2DhGroup = AwsSpelling.Phase2Group(profile.Esp.PfsGroup) ?? throw None(profile.Esp.PfsGroup),
        Phase2LifetimeSeconds = profile.Esp.LifetimeSeconds,
    };

    // AWS wants a list of integrity algorithms also where a GCM cipher makes it ignore them.
    private static string Esp(EspProfile esp)
    {
        var integrity = esp.Integrity ?? Integrity.Sha256;
        return AwsSpelling.Integrity(integrity) ?? throw None(integrity);
    }

    private static NotSupportedException None(Enum algorithm) => new($"AWS has no {Words.Of(algorithm)}.");
}
