using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class TransitBetweenTwo : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X169",
        Level = FindingLevel.Warning,
        Title = "The field transitBetweenSites needs a managed gateway with BGP to two sites",
        Why = "Only such a gateway announces the routes of one site to another.",
        Sources =
        [
            new("docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html", "AWS: VPN CloudHub"),
            Source.AzureFaq,
        ],
        Fix = "Leave transitBetweenSites out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var joining = TransitPath.Of(context).Select(path => path.Through).ToHashSet();
        return
            from site in context.Sites
            where !joining.Contains(site) && TransitPath.WantedOf(site) is not null
            let path = site.Gateway["transitBetweenSites"]
            select new Violation($"{context.FormatPath(path)} has no effect, because the gateway has no BGP to two sites", path);
    }
}
