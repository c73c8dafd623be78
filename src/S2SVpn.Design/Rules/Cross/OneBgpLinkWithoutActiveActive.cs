using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class OneBgpLinkWithoutActiveActive : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X018b",
        Level = FindingLevel.Error,
        Title = "An Azure gateway that is not active-active has one link with BGP",
        Why = "Its only BGP address for AWS is used by the first tunnel of the first link. The others would "
            + "never carry a packet.",
        Sources = [Source.AzureTutorial],
        Fix = "Leave activeActive out (true), or write routing: static for all links but one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && !site.Site.Gateway.ActiveActive
        let links = site.ResolvedLinks.Where(resolved => resolved.Link.IsBgp).ToList()
        where links.Count > 1
        let path = site.Gateway["activeActive"]
        select new Violation(
            $"{context.FormatPath(path)} is false, which leaves one BGP address for {links.Count} links",
            [path, .. links.Select(resolved => resolved.Link.At("routing"))]);
}
