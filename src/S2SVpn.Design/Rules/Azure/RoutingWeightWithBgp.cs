using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class RoutingWeightWithBgp : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ135",
        Level = FindingLevel.Warning,
        Title = "A routing weight is given only where it counts",
        Why = "BGP chooses by the length of the AS path and does not look at the weight.",
        Sources = [Source.AzureFaq, Source.AzureConnectionResource],
        Fix = "Leave tunnels.routingWeight out. With BGP both directions use every tunnel that is up.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsBgp && link.Link.Tunnels.RoutingWeight is not null
        let path = link.At("tunnels.routingWeight")
        select new Violation($"{context.FormatPath(path)} does nothing, because the link has routing: bgp", path, link.At("routing"));
}
