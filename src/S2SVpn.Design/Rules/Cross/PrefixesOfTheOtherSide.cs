using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

public sealed class PrefixesOfTheOtherSide : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X016b",
        Level = FindingLevel.Error,
        Title = "A static route does not lead into the network where it stands",
        Why = "Azure refuses a local network gateway whose networks overlap the VNet's own, and a VPC's own "
            + "network wins over any route.",
        Sources =
        [
            new("github.com/MicrosoftDocs/azure-docs/issues/60393", "ConnectionOverlappingAddressSpaces"),
            Source.AwsRouting,
        ],
        Fix = "Name only networks of the other side. Leave prefixes out for all of them.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where !joint.Link.IsBgp
        from side in new[]
        {
            (Prefixes: joint.Link.Link.Prefixes.Aws, Key: "prefixes.aws", Here: (SiteView)joint.Azure, NatDirection.Ingress),
            (joint.Link.Link.Prefixes.Azure, "prefixes.azure", joint.Aws, NatDirection.Egress),
        }
        from prefix in side.Prefixes.Select((cidr, index) => new Given<Cidr>(cidr, joint.Link.At(side.Key)[index]))
        from seen in joint.Link.Translate(prefix.Value, prefix.Path, side.Item4)
        from own in side.Here.OwnNetworks
        where own.Value.Overlaps(seen.Value)
        select new Fault(
            $"{context.Say(prefix.Path)} {prefix.Value} overlaps {context.Say(own.Path)} {own.Value}, where it is a route",
            prefix.Path, own.Path);
}
