using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>What became of a change on the simulated clouds.</summary>
public sealed record ChangeOutcome
{
    /// <summary>Null where all of it was applied.</summary>
    public required ChangeRefusal? Refusal { get; init; }

    /// <summary>One for each stack that Terraform planned, in the order in which they were applied.</summary>
    public required IReadOnlyList<StackOutcome> Stacks { get; init; }
}

/// <summary>What became of one stack.</summary>
public sealed record StackOutcome
{
    /// <summary>Its name; its number where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>What <c>terraform show -json</c> tells of the plan; null where there is none.</summary>
    public required string? PlanJson { get; init; }

    /// <summary>The state file before; null where there was none.</summary>
    public required string? StateBefore { get; init; }

    /// <summary>The state file after; null where there is none.</summary>
    public required string? StateAfter { get; init; }

    /// <summary>The errors that ended it.</summary>
    public required IReadOnlyList<TerraformError> Errors { get; init; }
}
