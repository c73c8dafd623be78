namespace S2SVpn.Design.Planning;

/// <summary>What becomes of one resource of a cloud when one plan follows another.</summary>
public sealed record PlanChange
{
    public required ChangeKind Kind { get; init; }

    /// <summary>Terraform's type, such as aws_vpn_connection.</summary>
    public required string Type { get; init; }

    /// <summary>The resource's name in its cloud; the new one where it changes.</summary>
    public required string Name { get; init; }

    /// <summary>What differs; empty for what is made or goes.</summary>
    public required ValueList<ValueChange> Values { get; init; }

    /// <summary>What it does to traffic; null for nothing.</summary>
    public required Outage? Outage { get; init; }
}

public enum ChangeKind
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>It changes where it stands.</summary>
    Update,

    /// <summary>It goes, and another one is made: with another id, and another address where it has one.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Destroy,
}

/// <summary>One value that differs.</summary>
/// <param name="Attribute">Terraform's name of it.</param>
/// <param name="Before">The text before; empty where there was none.</param>
/// <param name="After">The text after; empty where there is none.</param>
/// <param name="Replaces">Whether it can't be changed where it stands.</param>
public sealed record ValueChange(string Attribute, string Before, string After, bool Replaces);

/// <summary>What a change does to traffic.</summary>
public sealed record Outage
{
    /// <summary>The tunnels that go down, each as link and number: frankfurt-west 1.1.</summary>
    public required ValueList<string> Tunnels { get; init; }

    /// <summary>About how long at most, where it is known.</summary>
    public required int? Minutes { get; init; }

    /// <summary>What is to be known beside that; null for nothing.</summary>
    public required string? Note { get; init; }
}
