namespace S2SVpn.Rehearsal.Changes.Plans;

/// <summary>What Terraform plans for one resource.</summary>
public sealed record PlannedChange
{
    /// <summary>The number of its stack, from 0: an address is only unique within one.</summary>
    public required int Stack { get; init; }

    public required string Address { get; init; }

    public required string Type { get; init; }

    public required PlannedAction Action { get; init; }

    /// <summary>Its name in the cloud; that of the resource in Terraform where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>What differs.</summary>
    public required IReadOnlyList<ChangedValue> Values { get; init; }

    /// <summary>The attributes that differ, by their names at the top: <c>tags</c>, <c>tunnel1_preshared_key</c>, …</summary>
    public IEnumerable<string> Attributes => Values.Select(value => value.Attribute);

    public bool Replaces => Action is PlannedAction.ReplaceDeleteFirst or PlannedAction.ReplaceCreateFirst;
}

/// <summary>One attribute that differs.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Before">Its value as text, shortened; null where it is secret, or a block.</param>
/// <param name="After">The same, as planned; null as well where it is not known yet.</param>
/// <param name="IsKnown">Whether it is known before the apply.</param>
/// <param name="Replaces">Whether its change replaces the resource.</param>
public sealed record ChangedValue(string Attribute, string? Before, string? After, bool IsKnown, bool Replaces);

/// <summary>What becomes of a resource.</summary>
public enum PlannedAction
{
    None,

    Create,

    Update,

    Delete,

    /// <summary>It is deleted, and then created again.</summary>
    ReplaceDeleteFirst,

    /// <summary>Another one is created, and then it is deleted.</summary>
    ReplaceCreateFirst,
}
