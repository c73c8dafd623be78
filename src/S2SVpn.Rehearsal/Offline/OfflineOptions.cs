namespace S2SVpn.Rehearsal.Offline;

/// <summary>What to run against the simulated clouds, and how they are to be.</summary>
public sealed record OfflineOptions
{
    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Where the simulated clouds are kept from one run to the next; by default they are forgotten.</summary>
    public string? Store { get; init; }

    /// <summary>Whether the AWS provider that this machine has takes the place of the simulated one, for init, validate and plan.</summary>
    public bool RealAws { get; init; }

    /// <summary>What goes wrong on purpose, as <see cref="Clouds.Faults.FaultPlan.Parse"/> reads it.</summary>
    public string? Faults { get; init; }
}
