using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class InsideReserved : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS002",
        Level = FindingLevel.Error,
        Title = "An inside network is not one that AWS reserves",
        Why = "AWS uses these networks in every tunnel endpoint and rejects them.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write /30s of 169.254.21.0/24 and 169.254.22.0/24, or leave inside out and give the link a slot.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from inside in link.InsideByHand
        where InsideCidr.AwsReserved.Contains(inside.Value)
        select new Violation(
            $"{context.FormatPath(inside.Path)} {inside.Value} is reserved by AWS, as are "
            + Phrase.And(InsideCidr.AwsReserved.Where(cidr => cidr != inside.Value).Select(cidr => cidr.ToString())),
            inside.Path);
}
