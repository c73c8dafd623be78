using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>One thing that Terraform will have a cloud do.</summary>
public sealed class PlannedOperation(PlannedChange change, OperationKind kind)
{
    public PlannedChange Change => change;

    public OperationKind Kind => kind;

    /// <summary>What it is done to.</summary>
    internal ResourceKey Key { get; } = new(change.Stack, PlannedStack.WithoutIndex(change.Address));

    /// <summary>Whether how long it takes, or what it interrupts, is documented nowhere.</summary>
    public bool IsEstimate => ImpactTable.IsEstimate(this);

    /// <summary>Where that is documented; nothing where no table has it.</summary>
    public IReadOnlyList<string> Sources => [.. ImpactTable.PhasesOf(this).Select(phase => phase.Impact.Source).Distinct()];

    /// <summary>The operations that have to end before it starts.</summary>
    internal HashSet<PlannedOperation> After { get; } = [];

    /// <summary>When it starts, in minutes from the start of the apply.</summary>
    public double Start { get; internal set; }

    /// <summary>When it ends.</summary>
    public double End { get; internal set; }

    /// <summary>Whether it comes after the other one, at once or by others.</summary>
    internal bool Follows(PlannedOperation other) => Reachable.From(this, operation => operation.After).Contains(other);

    public override string ToString() => $"{Kind} {Change.Address}";
}

/// <summary>What is done to a resource.</summary>
public enum OperationKind
{
    Create,
    Update,
    Delete,
}
