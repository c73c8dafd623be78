using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Azure;

public sealed class FlowCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ123",
        Level = FindingLevel.Error,
        Title = "The flows of access fit in a network security group",
        Why = "Each flow has four places in the order of a network security group, which has 4096 of them.",
        Sources =
        [
            new("learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits", "Microsoft: limits of networking"),
        ],
        Fix = "Sum flows up: one flow takes several ends and several ports.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var path = RequestPath.Root["access"];
        var count = context.Request.Access.Count;
        return count > AzureFilterPlanner.MostFlows && context.AzureSites.Count > 0
            ? [new Violation($"{context.FormatPath(path)} has {count} flows, more than {AzureFilterPlanner.MostFlows}", path)]
            : [];
    }
}
