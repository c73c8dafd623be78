namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Roles of an account have different names, and so have its instance profiles.</summary>
public sealed class IdentityName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "EntityAlreadyExists",
        When = RefusalTime.Create,
        Types = ["aws_iam_role", "aws_iam_instance_profile"],
        Source = "docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Store.OfType(context.Type).Any(other => other.Values.Text("name") == context.Values.Text("name"))
            ? $"{context.Values.Text("name")} already exists."
            : null;
}
