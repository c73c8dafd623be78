using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ResourceIds : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ103",
        Level = FindingLevel.Error,
        Title = "A resource id names the right kind of resource",
        Why = "Terraform rejects the id of another kind of resource, and ids are case-sensitive. Azure knows subscriptions by GUIDs alone.",
        Sources =
        [
            new(
                "github.com/hashicorp/go-azure-helpers/tree/main/resourcemanager/commonids",
                "Terraform provider azurerm: resource ids"),
        ],
        Fix = "Copy the whole id from the portal (JSON view) or from az … show --query id.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from use in AzureIdUse.Of(context)
        where !use.IsGood
        select new Violation($"{context.FormatPath(use.Path)} {use.Id} is not the id of {use.Kind.What}", use.Path)
        {
            Fix = use.Fix,
        };
}
