using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class ResourceIds : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ103",
        Level = FindingLevel.Error,
        Title = "A resource id is one of the right kind of resource",
        Why = "Terraform refuses the id of something else, and reads the letters of an id exactly.",
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
        select new Violation($"{context.FormatPath(use.Path)} {use.Id} is no id of {use.Kind.What}", use.Path)
        {
            Fix = $"Write an id such as {use.Kind.Example}.",
        };
}
