using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Terraform;

public sealed class StateLocked : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X142",
        Level = FindingLevel.Warning,
        Title = "Only one run at a time can change the state",
        Why = "Two runs at once can lose gateways from the state, which go on to cost money.",
        Sources =
        [
            Source.TerraformS3,
            new("developer.hashicorp.com/terraform/language/backend/http", "Terraform: HTTP backend"),
        ],
        Fix = "Leave lockFile out (true), or write the HTTP backend's lockAddress and unlockAddress.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        var backend = context.Request.Terraform.Backend;
        var path = RequestPath.Root.At("terraform.backend");
        if (backend.S3 is { LockFile: false })
        {
            yield return new Fault($"{context.Say(path.At("s3.lockFile"))} is false, so two runs can change the state at once", path.At("s3.lockFile"));
        }

        if (backend.Http is { LockAddress: null })
        {
            yield return new Fault(
                $"{context.Say(path.At("http.lockAddress"))} is missing, so two runs can change the state at once", path.At("http.lockAddress"));
        }
    }
}
