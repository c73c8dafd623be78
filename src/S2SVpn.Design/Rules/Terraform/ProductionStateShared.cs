using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class ProductionStateShared : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X164",
        Level = FindingLevel.Warning,
        Title = "In production the state is not in a local file",
        Why = "A local state is lost with its machine, and two people can change the gateways at once.",
        Sources =
        [
            new("developer.hashicorp.com/terraform/language/backend/local", "Terraform: local backend"),
            Source.TerraformS3,
        ],
        Fix = "Write terraform.backend.s3 (bucket, key, region), azurerm (storageAccount, container, key) or cloud (organization, workspace).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var backend = RequestPath.Root.At("terraform.backend");
        return Production.Is(context.Request) && context.Request.Terraform.Backend is { S3: null, Azurerm: null, Cloud: null, Http: null, Pg: null }
            ?
            [
                new Violation(
                    $"{context.FormatPath(Production.Path)} is {context.Request.Environment}, but {context.FormatPath(backend)} is a file on one machine",
                    backend, Production.Path),
            ]
            : [];
    }
}
