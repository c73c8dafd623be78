using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class StateProtected : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X143",
        Level = FindingLevel.Warning,
        Title = "The state is encrypted at rest and in transit",
        Why = "The pre-shared keys are in the state.",
        Sources = [Source.TerraformSecrets, Source.TerraformS3],
        Fix = "Leave encrypt out (true), and write https addresses.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var backend = context.Request.Terraform.Backend;
        var path = RequestPath.Root.At("terraform.backend");
        if (backend.S3 is { Encrypt: false })
        {
            var encrypt = path.At("s3.encrypt");
            yield return new Violation($"{context.FormatPath(encrypt)} is false, and the keys are in the state", encrypt);
        }

        if (backend.Http?.Address.StartsWith("http:", StringComparison.Ordinal) == true)
        {
            var address = path.At("http.address");
            yield return new Violation($"{context.FormatPath(address)} sends the state in clear, and the keys are in it", address);
        }
    }
}
