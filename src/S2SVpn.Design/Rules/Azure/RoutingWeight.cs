using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class RoutingWeight : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ035",
        Level = FindingLevel.Error,
        Title = "Azure's routing weight is 0 to 32000",
        Why = "Azure rejects other weights.",
        Sources = [Source.AzureConnectionResource],
        Fix = "Use a weight within these limits, or leave tunnels.routingWeight out.",
    };

    private const int Most = 32000;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Tunnels.RoutingWeight is < 0 or > Most
        let path = link.At("tunnels.routingWeight")
        select new Violation($"{context.FormatPath(path)} {link.Link.Tunnels.RoutingWeight} is not between 0 and {Most}", path);
}
