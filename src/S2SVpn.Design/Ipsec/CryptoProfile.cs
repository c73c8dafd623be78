namespace S2SVpn.Design.Ipsec;

/// <summary>What both ends of a tunnel propose, said once for both clouds.</summary>
public sealed record CryptoProfile(IkeProfile Ike, EspProfile Esp)
{
    public static CryptoProfile Strong { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes256, Integrity = Integrity.Sha384, DhGroup = DhGroup.Ecp384 },
        new EspProfile { Encryption = Encryption.Aes256Gcm, PfsGroup = DhGroup.Ecp384 });

    public static CryptoProfile Balanced { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes256, Integrity = Integrity.Sha256, DhGroup = DhGroup.Modp2048 },
        new EspProfile { Encryption = Encryption.Aes256, Integrity = Integrity.Sha256, PfsGroup = DhGroup.Modp2048 });

    public static CryptoProfile Fast { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes256Gcm, Integrity = Integrity.Sha384, DhGroup = DhGroup.Ecp384 },
        new EspProfile { Encryption = Encryption.Aes128Gcm, PfsGroup = DhGroup.Ecp384 });

    public static CryptoProfile Legacy { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes128, Integrity = Integrity.Sha1, DhGroup = DhGroup.Modp1024 },
        new EspProfile { Encryption = Encryption.Aes128, Integrity = Integrity.Sha1, PfsGroup = DhGroup.Modp1024 });
}

/// <summary>Phase 1: the tunnel's own control channel.</summary>
public sealed record IkeProfile
{
    public IkeVersion Version { get; init; } = IkeVersion.Ikev2;

    public required Encryption Encryption { get; init; }

    /// <summary>With a GCM cipher, the hash of the pseudo-random function.</summary>
    public required Integrity Integrity { get; init; }

    public required DhGroup DhGroup { get; init; }

    /// <summary>AWS's phase 1 lifetime. Azure's is 28800 and can't be set.</summary>
    public int LifetimeSeconds { get; init; } = 28800;
}

/// <summary>Phase 2: the traffic.</summary>
public sealed record EspProfile
{
    public required Encryption Encryption { get; init; }

    /// <summary>Null with a GCM cipher, which brings its own.</summary>
    public Integrity? Integrity { get; init; }

    public required DhGroup PfsGroup { get; init; }

    public int LifetimeSeconds { get; init; } = 3600;

    /// <summary>Azure's lifetime. The ends need not agree on it, but what they share rekeys in step.</summary>
    public int AzureLifetimeSeconds { get; init; } = 3600;

    /// <summary>After how much traffic Azure rekeys.</summary>
    public int AzureLifetimeKilobytes { get; init; } = 102400000;
}
