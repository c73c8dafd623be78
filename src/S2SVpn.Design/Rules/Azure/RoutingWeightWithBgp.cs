using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class RoutingWeightWithBgp : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ135",
        Level = FindingLevel.Warning,
        Title = "A routing weight needs static routing",
        Why = "BGP selects routes by AS path length and ignores the weight.",
        Sources = [Source.AzureFaq, Source.AzureConnectionResource],
        Fix = "Leave tunnels.routingWeight out. With BGP both directions use every tunnel that is up.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsBgp && link.Link.Tunnels.RoutingWeight is not null
        let path = link.At("tunnels.routingWeight")
        select new Violation($"{context.FormatPath(path)} has no effect, because the link has routing: bgp", path, link.At("routing"));
}
