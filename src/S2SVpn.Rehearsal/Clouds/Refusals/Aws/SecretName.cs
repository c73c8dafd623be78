namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Secrets of one region have different names.</summary>
public sealed class SecretName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ResourceExistsException",
        When = RefusalTime.Create,
        Types = ["aws_secretsmanager_secret"],
        Source = "docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
    };

    internal override string? Why(RefusalContext context) =>
        NameInUse.Of(context, "name") ? $"The operation failed because the secret {context.Values.Text("name")} already exists." : null;
}
