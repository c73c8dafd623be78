namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>One thing that Terraform had a cloud do.</summary>
/// <param name="Stack">The number of its stack, from 0.</param>
/// <param name="Address">The resource, as Terraform calls it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Action">What was done.</param>
/// <param name="Start">Its place among all starts and ends of the apply.</param>
/// <param name="End">The same, of its end; null where it failed.</param>
public sealed record ChangeOperation(int Stack, string Address, string Type, OperationKind Action, int Start, int? End);

/// <summary>What is done to a resource.</summary>
public enum OperationKind
{
    Create,
    Update,
    Delete,
}
