using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class OneSelector : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS110",
        Level = FindingLevel.Error,
        Title = "A link has at most one pair of traffic selectors",
        Why = "An AWS tunnel has one pair of networks, and replaces it when a second one is "
            + "proposed.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write one pair that covers them all, or leave selectors out and filter with access.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        let pairs = link.Link.Selectors
        where link.IsAwsManaged && pairs.Count > 0
            && (pairs.Count > 1 || pairs[0].Aws.Count != 1 || pairs[0].Azure.Count != 1)
        let path = link.At("selectors")
        select new Violation(
            $"{context.FormatPath(path)} has more than one network on a side. An AWS tunnel supports one on each", path);
}
