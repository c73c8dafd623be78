using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class InsideForm : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS001",
        Level = FindingLevel.Error,
        Title = "An inside network is a /30 from 169.254.0.0/16",
        Why = "AWS rejects any other network when it creates the VPN connection.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write /30s of 169.254.21.0/24 and 169.254.22.0/24, or leave inside out and give the link a slot.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from inside in link.InsideByHand
        where inside.Value.PrefixLength != 30 || !InsideCidr.LinkLocal.Contains(inside.Value)
        select new Violation(
            $"{context.FormatPath(inside.Path)} {inside.Value} is not a /30 from {InsideCidr.LinkLocal}", inside.Path);
}
