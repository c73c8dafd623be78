using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SubnetsApart : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X103",
        Level = FindingLevel.Error,
        Title = "The subnets of one site do not overlap",
        Why = "Both clouds reject the second one.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Give each subnet its own range, or leave its cidr out to have one chosen.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from clash in OverlapFinder.Find(
            site.GivenSubnets.Select(subnet => new Range(subnet.Value, subnet.Path)), subnet => subnet.Cidr, (_, _) => true)
        select new Violation(
            $"{Phrase.Some([.. clash.Inner.Select(inner => $"{context.FormatPath(inner.Path)} {inner.Cidr}")])} "
            + $"{(clash.Inner.Count == 1 ? "overlaps" : "overlap")} {context.FormatPath(clash.Outer.Path)} {clash.Outer.Cidr}",
            [.. clash.Inner.Select(inner => inner.Path), clash.Outer.Path]);

    private sealed record Range(Cidr Cidr, RequestPath Path);
}
