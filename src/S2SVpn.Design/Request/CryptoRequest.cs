using System.ComponentModel;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Request;

[Description("Algorithms: a profile, or changes to it."), Shorthand(nameof(Profile))]
public sealed record CryptoRequest
{
    [Description("The profile that provides all settings not given here.")]
    public CryptoProfileName Profile { get; init; } = CryptoProfileName.Strong;

    [Description("Phase 1 in detail.")]
    public IkeRequest Ike { get; init; } = new();

    [Description("Phase 2 in detail.")]
    public EspRequest Esp { get; init; } = new();

    /// <summary>The profile with what is spelt out in its place.</summary>
    public CryptoProfile Resolve()
    {
        var profile = Profile switch
        {
            CryptoProfileName.Balanced => CryptoProfile.Balanced,
            CryptoProfileName.Fast => CryptoProfile.Fast,
            CryptoProfileName.Legacy => CryptoProfile.Legacy,
            _ => CryptoProfile.Strong,
        };
        return new CryptoProfile(Ike.Over(profile.Ike), Esp.Over(profile.Esp));
    }
}

/// <summary>The named profiles of algorithms.</summary>
public enum CryptoProfileName
{
    [Description("IKE AES256 SHA384 ECP384, ESP AES256-GCM ECP384.")]
    Strong,

    [Description("IKE AES256 SHA256 group 14, ESP AES256 SHA256 group 14.")]
    Balanced,

    [Description("IKE AES256-GCM SHA384 ECP384, ESP AES128-GCM ECP384.")]
    Fast,

    [Description("AES128 SHA1 group 2: only for a peer that supports nothing better.")]
    Legacy,
}

[Description("Phase 1: the control channel.")]
public sealed record IkeRequest
{
    [Description("The version; left out, ikev2. Changing it replaces the Azure connections.")]
    public IkeVersion? Version { get; init; }

    [Description("The cipher.")]
    public Encryption? Encryption { get; init; }

    [Description("The integrity algorithm; with a GCM cipher, the hash of the pseudo-random function.")]
    public Integrity? Integrity { get; init; }

    [Description("The Diffie-Hellman group, by name or number.")]
    public DhGroup? DhGroup { get; init; }

    [Description("AWS's phase 1 lifetime, 15m to 8h; left out, 8h, which is Azure's.")]
    [Example("8h")]
    public Duration? Lifetime { get; init; }

    internal IkeProfile Over(IkeProfile profile) => new()
    {
        Version = Version ?? profile.Version,
        Encryption = Encryption ?? profile.Encryption,
        Integrity = Integrity ?? profile.Integrity,
        DhGroup = DhGroup ?? profile.DhGroup,
        LifetimeSeconds = Lifetime?.Seconds ?? profile.LifetimeSeconds,
    };
}

[Description("Phase 2: the traffic.")]
public sealed record EspRequest
{
    [Description("The cipher.")]
    public Encryption? Encryption { get; init; }

    [Description("The integrity algorithm; none with a GCM cipher, which has its own.")]
    public Integrity? Integrity { get; init; }

    [Description("The group of perfect forward secrecy, by name or number.")]
    public DhGroup? PfsGroup { get; init; }

    [Description("The phase 2 lifetime, 15m to 1h; left out, 1h.")]
    [Example("1h")]
    public Duration? Lifetime { get; init; }

    [Description("Azure's phase 2 lifetime if it differs, 5m to 172799s.")]
    [Example("1h")]
    public Duration? AzureLifetime { get; init; }

    [Description("After how many kilobytes Azure rekeys; left out, 102400000.")]
    public int? AzureDataSize { get; init; }

    internal EspProfile Over(EspProfile profile)
    {
        var encryption = Encryption ?? profile.Encryption;
        var lifetime = Lifetime?.Seconds ?? profile.LifetimeSeconds;
        return new EspProfile
        {
            Encryption = encryption,
            // A CBC cipher put in a GCM cipher's place gets the usual hash; a GCM one keeps only what is asked for.
            Integrity = Integrity ?? (encryption.IsAead() ? null : profile.Integrity ?? Ipsec.Integrity.Sha256),
            PfsGroup = PfsGroup ?? profile.PfsGroup,
            LifetimeSeconds = lifetime,
            AzureLifetimeSeconds = AzureLifetime?.Seconds ?? lifetime,
            AzureLifetimeKilobytes = AzureDataSize ?? profile.AzureLifetimeKilobytes,
        };
    }
}
