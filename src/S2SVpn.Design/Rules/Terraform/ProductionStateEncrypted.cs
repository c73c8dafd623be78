using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class ProductionStateEncrypted : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X165",
        Level = FindingLevel.Warning,
        Title = "In production the state is kept where it is encrypted",
        Why = "The pre-shared keys are in the state, wherever they come from. Terraform does not encrypt a local file, "
            + "and leaves it to an HTTP server or a database whether they do.",
        Sources =
        [
            Source.TerraformSecrets,
            Source.TerraformS3,
        ],
        Fix = "Write terraform.backend.s3, azurerm or cloud, which encrypt the state, or accept this where the disk, server or database does.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var backend = context.Request.Terraform.Backend;
        if (!Production.Is(context.Request) || backend is not { S3: null, Azurerm: null, Cloud: null })
        {
            return [];
        }

        var path = RequestPath.Root.At("terraform.backend");
        var (kind, where) = backend.Http is not null ? (path["http"], "an HTTP server")
            : backend.Pg is not null ? (path["pg"], "a database")
            : (path, "a local file");
        return
        [
            new Violation(
                $"{context.FormatPath(Production.Path)} is {context.Request.Environment}, but {context.FormatPath(kind)} leaves the keys unencrypted in {where}",
                kind, Production.Path),
        ];
    }
}
