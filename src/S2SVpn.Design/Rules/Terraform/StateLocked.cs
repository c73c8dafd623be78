using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class StateLocked : Rule
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

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var backend = context.Request.Terraform.Backend;
        var path = RequestPath.Root.At("terraform.backend");
        if (backend.S3 is { LockFile: false })
        {
            var file = path.At("s3.lockFile");
            yield return new Violation($"{context.FormatPath(file)} is false, so two runs can change the state at once", file);
        }

        if (backend.Http is { LockAddress: null })
        {
            var address = path.At("http.lockAddress");
            yield return new Violation($"{context.FormatPath(address)} is missing, so two runs can change the state at once", address);
        }
    }
}
