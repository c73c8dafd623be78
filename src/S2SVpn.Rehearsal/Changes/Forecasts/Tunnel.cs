namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>A tunnel, and the resources that it consists of.</summary>
/// <param name="Link">The name of its link.</param>
/// <param name="Id">Its number in the link, such as 1.2; where its resource has another name, that.</param>
internal sealed record Tunnel(string Link, string Id)
{
    public string Name => Link.Length == 0 ? Id : $"{Link} {Id}";

    /// <summary>Its number among the two of its AWS connection.</summary>
    public int Number { get; init; }

    /// <summary>Its instance of the Azure gateway, 0 or 1.</summary>
    public int Instance { get; init; }

    public IReadOnlySet<ResourceKey> Members { get; init; } = new HashSet<ResourceKey>();

    /// <summary>Which of them have another one's id in a value.</summary>
    public ILookup<ResourceKey, ResourceKey> Users { get; init; } = Enumerable.Empty<ResourceKey>().ToLookup(key => key);
}

/// <summary>A resource among those of all stacks.</summary>
internal readonly record struct ResourceKey(int Stack, string Address);
