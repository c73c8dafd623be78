using S2SVpn.Design.Network;

namespace S2SVpn.Design.Layout;

/// <summary>A subnet with what the request leaves open filled in.</summary>
internal sealed record SubnetLayout
{
    public required string Name { get; init; }

    /// <summary>Null where <see cref="Origin"/> says that there is none.</summary>
    public required Cidr? Cidr { get; init; }

    public required CidrOrigin Origin { get; init; }

    /// <summary>The id of an existing subnet.</summary>
    public string? Existing { get; init; }

    /// <summary>The zone in full, such as eu-central-1a; null in Azure, where a subnet has none, where it exists, and where AWS chooses.</summary>
    public string? Zone { get; init; }
}

/// <summary>Where a subnet's network comes from, or why it has none.</summary>
internal enum CidrOrigin
{
    /// <summary>The request names it.</summary>
    Given,

    /// <summary>It was carved from its network.</summary>
    Carved,

    /// <summary>The subnet exists, and the request doesn't say what its network is.</summary>
    Unknown,

    /// <summary>Its network has no room for it.</summary>
    NoRoom,

    /// <summary>
    /// It is new in an existing network. What is free there only the cloud knows, so the request has to name it.
    /// </summary>
    NotNamed,
}
