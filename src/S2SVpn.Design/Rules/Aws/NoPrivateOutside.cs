using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class NoPrivateOutside : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS021",
        Level = FindingLevel.Error,
        Title = "The tunnels end on public addresses",
        Why = "Private outside addresses of AWS are reached over Direct Connect only. An Azure gateway sends "
            + "its tunnels over the internet.",
        Sources = [Source.AwsProvider],
        Fix = "Leave tunnels.outsideAddress out: public is the only one that Azure reaches.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Tunnels.OutsideAddress == OutsideAddress.Private
        let path = link.At("tunnels.outsideAddress")
        select new Violation($"{context.FormatPath(path)} private can't be reached by Azure, which has no Direct Connect", path);
}
