using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class SiteLinked : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X112",
        Level = FindingLevel.Warning,
        Title = "Every site has a link",
        Why = "Its gateway is created and billed by the hour without a use.",
        Sources = [Source.AzureSettings],
        Fix = "Add a link between it and a site of the other cloud, or remove the site.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        where site.ResolvedLinks.Count == 0 && context.Links.All(link => link.ResolvedLink is not null)
        select new Violation($"{context.FormatPath(site.Path)} has no link", site.Path);
}
