namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Key pairs of one region have different names.</summary>
public sealed class KeyPairName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidKeyPair.Duplicate",
        When = RefusalTime.Create,
        Types = ["aws_key_pair"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context) =>
        NameInUse.Of(context, "key_name") ? $"The keypair '{context.Values.Text("key_name")}' already exists." : null;
}
