namespace S2SVpn.Design.Ipsec;

/// <summary>What both ends of a tunnel propose, said once for both clouds.</summary>
/// <param name="Ike">Phase 1.</param>
/// <param name="Esp">Phase 2.</param>
public sealed record CryptoProfile(IkeProfile Ike, EspProfile Esp)
{
    /// <summary>AES-256 with SHA-384 in IKE, AES-256-GCM in ESP, group 20 for both.</summary>
    public static CryptoProfile Strong { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes256, Integrity = Integrity.Sha384, DhGroup = DhGroup.Ecp384 },
        new EspProfile { Encryption = Encryption.Aes256Gcm, PfsGroup = DhGroup.Ecp384 });

    /// <summary>AES-256 with SHA-256 and group 14 in both phases.</summary>
    public static CryptoProfile Balanced { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes256, Integrity = Integrity.Sha256, DhGroup = DhGroup.Modp2048 },
        new EspProfile { Encryption = Encryption.Aes256, Integrity = Integrity.Sha256, PfsGroup = DhGroup.Modp2048 });

    /// <summary>AES-256-GCM in IKE, AES-128-GCM in ESP, group 20 for both.</summary>
    public static CryptoProfile Fast { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes256Gcm, Integrity = Integrity.Sha384, DhGroup = DhGroup.Ecp384 },
        new EspProfile { Encryption = Encryption.Aes128Gcm, PfsGroup = DhGroup.Ecp384 });

    /// <summary>AES-128 with SHA-1 and group 2 in both phases: for an old peer only.</summary>
    public static CryptoProfile Legacy { get; } = new(
        new IkeProfile { Encryption = Encryption.Aes128, Integrity = Integrity.Sha1, DhGroup = DhGroup.Modp1024 },
        new EspProfile { Encryption = Encryption.Aes128, Integrity = Integrity.Sha1, PfsGroup = DhGroup.Modp1024 });
}

/// <summary>Phase 1: the tunnel's own control channel.</summary>
public sealed record IkeProfile
{
    /// <summary>The version of IKE.</summary>
    public IkeVersion Version { get; init; } = IkeVersion.Ikev2;

    /// <summary>The cipher of the control channel.</summary>
    public required Encryption Encryption { get; init; }

    /// <summary>With a GCM cipher, the hash of the pseudo-random function.</summary>
    public required Integrity Integrity { get; init; }

    /// <summary>The Diffie-Hellman group of the control channel.</summary>
    public required DhGroup DhGroup { get; init; }

    /// <summary>AWS's phase 1 lifetime. Azure's is 28800 and can't be set.</summary>
    public int LifetimeSeconds { get; init; } = 28800;
}

/// <summary>Phase 2: the traffic.</summary>
public sealed record EspProfile
{
    /// <summary>The cipher of the traffic.</summary>
    public required Encryption Encryption { get; init; }

    /// <summary>Null with a GCM cipher, which brings its own.</summary>
    public Integrity? Integrity { get; init; }

    /// <summary>The Diffie-Hellman group of each rekey (perfect forward secrecy).</summary>
    public required DhGroup PfsGroup { get; init; }

    /// <summary>AWS's phase 2 lifetime.</summary>
    public int LifetimeSeconds { get; init; } = 3600;

    /// <summary>Azure's lifetime. The ends need not agree on it, but what they share rekeys in step.</summary>
    public int AzureLifetimeSeconds { get; init; } = 3600;

    /// <summary>After how much traffic Azure rekeys.</summary>
    public int AzureLifetimeKilobytes { get; init; } = 102400000;
}
