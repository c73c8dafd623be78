namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A role stays while a policy is on it.</summary>
public sealed class RoleInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DeleteConflict",
        When = RefusalTime.Delete,
        Types = ["aws_iam_role"],
        Source = "docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Store.OfType("aws_iam_role_policy").Concat(context.Store.OfType("aws_iam_role_policy_attachment")).Any(policy => policy.Values.Text("role") == context.Id)
            ? "Cannot delete entity, must detach all policies first."
            : null;
}
