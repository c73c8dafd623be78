namespace S2SVpn.Design.Ipsec;

/// <summary>The algorithms of one Azure connection, in Azure's words.</summary>
public sealed record AzureIpsecPolicy
{
    /// <summary>connection_protocol: IKEv1 or IKEv2.</summary>
    public required string ConnectionProtocol { get; init; }

    /// <summary>ike_encryption, such as AES256.</summary>
    public required string IkeEncryption { get; init; }

    /// <summary>ike_integrity, such as SHA384.</summary>
    public required string IkeIntegrity { get; init; }

    /// <summary>dh_group, such as ECP384.</summary>
    public required string DhGroup { get; init; }

    /// <summary>ipsec_encryption, such as GCMAES256.</summary>
    public required string IpsecEncryption { get; init; }

    /// <summary>ipsec_integrity; with a GCM cipher, the cipher's name again.</summary>
    public required string IpsecIntegrity { get; init; }

    /// <summary>pfs_group, such as ECP384.</summary>
    public required string PfsGroup { get; init; }

    /// <summary>sa_lifetime, in seconds.</summary>
    public required int SaLifetimeSeconds { get; init; }

    /// <summary>sa_datasize, in kilobytes.</summary>
    public required int SaDataSizeKilobytes { get; init; }

    /// <exception cref="NotSupportedException">Azure has no word for one of the algorithms.</exception>
    internal static AzureIpsecPolicy From(CryptoProfile profile) => new()
    {
        ConnectionProtocol = AzureSpelling.Protocol(profile.Ike.Version),
        IkeEncryption = AzureSpelling.IkeEncryption(profile.Ike.Encryption) ?? throw None("IKE", profile.Ike.Encryption),
        IkeIntegrity = AzureSpelling.IkeIntegrity(profile.Ike.Integrity) ?? throw None("IKE", profile.Ike.Integrity),
        DhGroup = AzureSpelling.DhGroup(profile.Ike.DhGroup) ?? throw None("IKE", profile.Ike.DhGroup),
        IpsecEncryption = EspEncryption(profile.Esp),
        IpsecIntegrity = EspIntegrity(profile.Esp),
        PfsGroup = AzureSpelling.PfsGroup(profile.Esp.PfsGroup) ?? throw None("PFS", profile.Esp.PfsGroup),
        SaLifetimeSeconds = profile.Esp.AzureLifetimeSeconds,
        SaDataSizeKilobytes = profile.Esp.AzureLifetimeKilobytes,
    };

    private static string EspEncryption(EspProfile esp) =>
        AzureSpelling.IpsecEncryption(esp.Encryption) ?? throw None("ESP", esp.Encryption);

    // Azure wants a GCM cipher named twice, as the encryption and as the integrity.
    private static string EspIntegrity(EspProfile esp) => esp switch
    {
        _ when esp.Encryption.IsAead() => EspEncryption(esp),
        { Integrity: { } integrity } => AzureSpelling.IpsecIntegrity(integrity) ?? throw None("ESP", integrity),
        _ => throw new NotSupportedException($"ESP with {Words.Of(esp.Encryption)} needs an integrity algorithm."),
    };

    private static NotSupportedException None(string phase, Enum algorithm) =>
        new($"Azure has no {Words.Of(algorithm)} for {phase}.");
}
