using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ExistingResourceGroupNamed : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ112",
        Level = FindingLevel.Error,
        Title = "An existing resource group has a name",
        Why = "Without a name, the group would be called after the request, and such a group may not exist.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/azure-resource-manager/management/manage-resource-groups-portal",
                "Microsoft: resource groups"),
        ],
        Fix = "Write resourceGroup: { name: …, existing: true }, or leave existing out for a new group.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.Site.ResourceGroup is { Existing: true, Name: null }
        let path = site.Path["resourceGroup"]
        select new Violation($"{context.FormatPath(path)} is marked as existing, but has no name", path["existing"]);
}
