using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class OneSelector : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS110",
        Level = FindingLevel.Error,
        Title = "A link has one pair of traffic selectors at most",
        Why = "An AWS tunnel has one pair of networks, and drops the tunnel's first pair when a second one is "
            + "proposed.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write one pair that holds them all, or leave selectors out and say in access what may cross.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        let pairs = link.Link.Selectors
        where link.IsAwsManaged && pairs.Count > 0
            && (pairs.Count > 1 || pairs[0].Aws.Count != 1 || pairs[0].Azure.Count != 1)
        let path = link.At("selectors")
        select new Violation(
            $"{context.FormatPath(path)} is more than one network on each side, which is all that a tunnel of AWS has", path);
}
