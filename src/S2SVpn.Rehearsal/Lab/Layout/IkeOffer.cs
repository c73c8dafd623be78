namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What one end offers and takes, in the words of its cloud. In each list any will do.</summary>
internal sealed record IkeOffer
{
    /// <summary>Where there is no IKE.</summary>
    public static IkeOffer None { get; } = new()
    {
        Versions = [],
        IkeEncryption = [],
        IkeIntegrity = [],
        IkeGroups = [],
        EspEncryption = [],
        EspIntegrity = [],
        PfsGroups = [],
        IkeLifetimeSeconds = 0,
        EspLifetimeSeconds = 0,
    };

    /// <summary>1 or 2, or both.</summary>
    public required IReadOnlyList<int> Versions { get; init; }

    public required IReadOnlyList<string> IkeEncryption { get; init; }

    public required IReadOnlyList<string> IkeIntegrity { get; init; }

    public required IReadOnlyList<string> IkeGroups { get; init; }

    public required IReadOnlyList<string> EspEncryption { get; init; }

    public required IReadOnlyList<string> EspIntegrity { get; init; }

    /// <summary>Empty for no exchange of its own.</summary>
    public required IReadOnlyList<string> PfsGroups { get; init; }

    public required long IkeLifetimeSeconds { get; init; }

    public required long EspLifetimeSeconds { get; init; }

    /// <summary>How much passes before the child SA is renewed; null where its cloud counts no bytes.</summary>
    public long? EspKilobytes { get; init; }
}
