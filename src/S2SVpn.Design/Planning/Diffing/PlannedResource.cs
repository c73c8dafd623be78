namespace S2SVpn.Design.Planning.Diffing;

/// <summary>A resource of a cloud as far as a plan decides it.</summary>
internal sealed record PlannedResource
{
    /// <summary>Terraform's type.</summary>
    public required string Type { get; init; }

    /// <summary>What makes it the same resource in two plans: its place, not its name.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required ValueList<PlannedValue> Values { get; init; }

    /// <summary>The tunnels that go down when it is replaced.</summary>
    public ValueList<TunnelPlan> Tunnels { get; init; } = [];

    /// <summary>About how long its replacement takes at most.</summary>
    public int? Minutes { get; init; }

    /// <summary>What else its replacement means.</summary>
    public string? Note { get; init; }

    public string Id => $"{Type} {Key}";
}

/// <summary>One value of a resource, and what a change of it does.</summary>
internal sealed record PlannedValue
{
    public required string Attribute { get; init; }

    public required string Text { get; init; }

    public required Effect Effect { get; init; }

    /// <summary>The <see cref="PlannedResource.Id"/> of what it refers to: it changes too when that is replaced.</summary>
    public string? Of { get; init; }

    /// <summary>The tunnels that go down when it changes where it stands.</summary>
    public ValueList<TunnelPlan> Tunnels { get; init; } = [];

    public int? Minutes { get; init; }

    public string? Note { get; init; }
}

internal enum Effect
{
    /// <summary>It changes where it stands.</summary>
    Update,

    /// <summary>It needs another resource: ForceNew in the provider.</summary>
    Replace,
}
