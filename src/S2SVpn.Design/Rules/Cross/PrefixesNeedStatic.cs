using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class PrefixesNeedStatic : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X015",
        Level = FindingLevel.Error,
        Title = "Prefixes need static routing",
        Why = "With BGP each side announces all its networks; prefixes would be ignored, or would create "
            + "static routes that override BGP's.",
        Sources = [Source.AzureTutorial, Source.AzureConnectionResource],
        Fix = "Leave prefixes out and filter with access, or write routing: static.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsBgp
        from prefixes in new Located<int>[]
        {
            new(link.Link.Prefixes.Aws.Count, link.At("prefixes.aws")),
            new(link.Link.Prefixes.Azure.Count, link.At("prefixes.azure")),
        }
        where prefixes.Value > 0
        select new Violation(
            $"{context.FormatPath(prefixes.Path)} is given, but the link has routing: bgp", prefixes.Path, link.At("routing"));
}
