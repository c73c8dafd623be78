using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class NoPrivateOutside : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS021",
        Level = FindingLevel.Error,
        Title = "The tunnels use public outside addresses",
        Why = "AWS's private outside addresses are reachable only over Direct Connect. An Azure gateway sends "
            + "its tunnels over the internet.",
        Sources = [Source.AwsProvider],
        Fix = "Leave tunnels.outsideAddress out: Azure can reach only public addresses.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Tunnels.OutsideAddress == OutsideAddress.Private
        let path = link.At("tunnels.outsideAddress")
        select new Violation($"{context.FormatPath(path)} is private, which Azure can't reach without Direct Connect", path);
}
