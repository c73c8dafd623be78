using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class FlowCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ123",
        Level = FindingLevel.Error,
        Title = "The access flows fit in a network security group",
        Why = "Each flow uses four priorities of a network security group, and Azure has 4096.",
        Sources =
        [
            new("learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits", "Microsoft: limits of networking"),
        ],
        Fix = "Combine flows: one flow can have several ends and several ports.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var path = RequestPath.Root["access"];
        var count = context.Request.Access.Count;
        return count > AzureFilterPlanner.MostFlows && context.AzureSites.Count > 0
            ? [new Violation($"{context.FormatPath(path)} has {count} flows. The maximum is {AzureFilterPlanner.MostFlows}", path)]
            : [];
    }
}
