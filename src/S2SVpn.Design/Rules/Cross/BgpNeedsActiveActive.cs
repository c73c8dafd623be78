using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class BgpNeedsActiveActive : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X018",
        Level = FindingLevel.Warning,
        Title = "With BGP the Azure gateway is active-active",
        Why = "A gateway with one instance has one BGP address for AWS, so only one of the two tunnels of "
            + "the AWS connection gets a session. Active-active costs only one more public address.",
        Sources = [Source.AzureTutorial],
        Fix = "Leave activeActive out (true), or write routing: static.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && !site.Site.Gateway.ActiveActive
        let links = site.ResolvedLinks.Where(resolved => resolved.Link.IsBgp).ToList()
        where links.Count == 1
        let path = site.Gateway["activeActive"]
        select new Violation(
            $"{context.FormatPath(path)} is false, which leaves one of the two tunnels without BGP",
            path, links[0].Link.At("routing"));
}
