namespace S2SVpn.Design.Ipsec;

/// <summary>The algorithms of one AWS tunnel, in AWS's words.</summary>
public sealed record AwsTunnelCrypto
{
    public required string IkeVersion { get; init; }

    public required string Phase1Encryption { get; init; }

    public required string Phase1Integrity { get; init; }

    public required int Phase1DhGroup { get; init; }

    public required int Phase1LifetimeSeconds { get; init; }

    public required string Phase2Encryption { get; init; }

    public required string Phase2Integrity { get; init; }

    public required int Phase2DhGroup { get; init; }

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
