using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class LockFileVersion : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X141",
        Level = FindingLevel.Error,
        Title = "Every allowed Terraform version supports lock files in S3",
        Why = "Terraform before 1.10 does not support lock files in S3 and rejects the setting.",
        Sources =
        [
            Source.TerraformS3,
            new("developer.hashicorp.com/terraform/language/v1.10.x/upgrade-guides", "Terraform: upgrading to 1.10"),
        ],
        Fix = "Write terraform.versions.terraform: \">= 1.10\", or leave it out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var (settings, root) = (context.Request.Terraform, RequestPath.Root["terraform"]);
        var (versions, file) = (root.At("versions.terraform"), root.At("backend.s3.lockFile"));
        // Left out, the plan asks for what the backend needs.
        if (settings.Backend.S3 is { LockFile: true } && context.Sources.IsWritten(versions)
            && !VersionRange.KnowsLockFile(settings.Versions.Terraform))
        {
            yield return new Violation(
                $"{context.FormatPath(versions)} {settings.Versions.Terraform} lets Terraform before 1.10 in, and "
                + $"{context.FormatPath(file)} needs 1.10",
                versions, file);
        }
    }
}
