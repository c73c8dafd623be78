namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>How long an operation takes, and which tunnels are down meanwhile.</summary>
/// <param name="Type">The resource's type.</param>
/// <param name="Operation">What is done to it.</param>
/// <param name="Attributes">
/// The attributes whose change it is of, as a regular expression; null for any. A group named <c>tunnel</c> is the number of the one
/// tunnel of the connection that is concerned.
/// </param>
/// <param name="Minutes">How long it typically takes.</param>
/// <param name="Down">Which tunnels it interrupts.</param>
/// <param name="Source">Where that is documented or was measured.</param>
internal sealed record Impact(string Type, OperationKind Operation, string? Attributes, double Minutes, DownTunnels Down, string Source)
{
    /// <summary>How long a tunnel is down of that time; null for all of it.</summary>
    public double? DownMinutes { get; init; }

    /// <summary>Whether the source leaves the minutes, or what is interrupted, open.</summary>
    public bool IsEstimate => Source.Contains("estimate", StringComparison.Ordinal);

    /// <summary>Whether the other end has to be changed alike before the tunnel comes up again.</summary>
    public bool BothEnds { get; init; }
}

/// <summary>Which tunnels an operation interrupts.</summary>
internal enum DownTunnels
{
    None,

    /// <summary>Every tunnel that the resource is a part of.</summary>
    All,

    /// <summary>One tunnel of the connection.</summary>
    One,

    /// <summary>Those of the gateway's first instance, and then those of its second.</summary>
    InTurn,
}
