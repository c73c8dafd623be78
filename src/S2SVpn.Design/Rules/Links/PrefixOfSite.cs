using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Links;

public sealed class PrefixOfSite : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X120",
        Level = FindingLevel.Warning,
        Title = "A static prefix is one of the site's networks",
        Why = "Its packets cross the tunnel and are dropped on the other side, where nothing has such an address.",
        Sources = [Source.AwsRouting],
        Fix = "Name networks of the site, or add this one to the site's behind.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where !joint.Link.IsBgp
        from side in new (ValueList<Cidr> Prefixes, RequestPath Path, SiteView Site)[]
        {
            (joint.Link.Link.Prefixes.Aws, joint.Link.At("prefixes.aws"), joint.Aws),
            (joint.Link.Link.Prefixes.Azure, joint.Link.At("prefixes.azure"), joint.Azure),
        }
        from prefix in side.Prefixes.Select((cidr, index) => new Given<Cidr>(cidr, side.Path[index]))
        where !side.Site.Networks.Any(network => network.Cidr.Overlaps(prefix.Value))
        select new Fault(
            $"{context.Say(prefix.Path)} {prefix.Value} is in no network of {context.Say(side.Site.Path)}",
            prefix.Path, side.Site.Network);
}
