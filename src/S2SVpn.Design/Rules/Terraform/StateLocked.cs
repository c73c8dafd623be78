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
        Fix = "In S3 leave lockFile out (true); for HTTP write lockAddress and unlockAddress.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var backend = context.Request.Terraform.Backend;
        var path = RequestPath.Root.At("terraform.backend");
        if (backend.S3 is { LockFile: false })
        {
            var file = path.At("s3.lockFile");
            yield return new Violation($"{context.FormatPath(file)} is false, so two runs can change the state at once", file) { Fix = "Leave lockFile out (true)." };
        }

        if (backend.Http is { LockAddress: null })
        {
            var address = path.At("http.lockAddress");
            yield return new Violation($"{context.FormatPath(address)} is missing, so two runs can change the state at once", address) { Fix = "Write lockAddress and unlockAddress, which may be the same address." };
        }

        // Without it Terraform's client unlocks nothing: github.com/hashicorp/terraform/blob/main/internal/backend/remote-state/http/client.go.
        if (backend.Http is { LockAddress: not null, UnlockAddress: null })
        {
            var address = path.At("http.unlockAddress");
            yield return new Violation($"{context.FormatPath(address)} is missing, so the state stays locked after the first run", address) { Fix = "Write unlockAddress, which may be the same address as lockAddress." };
        }
    }
}
