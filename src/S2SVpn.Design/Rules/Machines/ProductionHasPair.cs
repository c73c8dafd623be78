using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class ProductionHasPair : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X194",
        Level = FindingLevel.Warning,
        Title = "An appliance for production is two machines",
        Why = "One machine restarts for security updates, and its zone may fail: meanwhile there is no VPN.",
        Sources = [Source.AzureHighlyAvailable],
        Fix = "Write appliance.count: 2, with a subnet in another zone for each.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => !Production.Is(context.Request) ? [] :
        from site in context.Sites
        where site.Appliance is { Count: 1 }
        let path = site.Gateway["appliance"]["count"]
        select new Violation(
            $"{context.FormatPath(Production.Path)} is {context.Request.Environment}, but {context.FormatPath(path)} is 1", path, Production.Path);
}
