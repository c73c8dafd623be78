using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class ProductionProtected : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X166",
        Level = FindingLevel.Warning,
        Title = "In production gateways are protected from being destroyed",
        Why = "One wrong line or a destroy in the wrong folder deletes the gateways. A new Azure gateway takes 30 to 45 "
            + "minutes, and after a destroy it has new public addresses too.",
        Sources =
        [
            new("developer.hashicorp.com/terraform/language/meta-arguments/lifecycle", "Terraform: prevent_destroy"),
            new("learn.microsoft.com/azure/azure-resource-manager/management/lock-resources", "Microsoft: locks"),
        ],
        Fix = "Write terraform.protect: true.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var protect = RequestPath.Root.At("terraform.protect");
        var made = context.AwsSites.Any(site => site is { IsManaged: true, Site.Gateway.Existing: null })
            || context.AzureSites.Any(site => site is { IsManaged: true, Site.Gateway.Existing: null });
        return Production.Is(context.Request) && made && !context.Request.Terraform.Protect
            ?
            [
                new Violation(
                    $"{context.FormatPath(Production.Path)} is {context.Request.Environment}, but {context.FormatPath(protect)} is false: one apply can destroy the gateways",
                    protect, Production.Path),
            ]
            : [];
    }
}
