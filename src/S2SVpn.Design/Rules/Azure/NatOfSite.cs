using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NatOfSite : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ118",
        Level = FindingLevel.Warning,
        Title = "A NAT rule translates networks of its own site",
        Why = "An egress rule applies to packets from the Azure site's networks, an ingress rule to those from the AWS site's. A "
            + "rule for other addresses has no effect.",
        Sources = [Source.AzureNat],
        Fix = "Write networks of the Azure site (egress) or of the AWS site (ingress) in internal.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        from nat in resolved.Link.NatRules
        let site = nat.Value.Direction == NatDirection.Egress ? (SiteView)resolved.Azure : resolved.Aws
        from network in nat.Value.Internal.Select((cidr, index) => new Located<Cidr>(cidr, nat.Path["internal"][index]))
        where !site.Networks.Any(own => own.Cidr.Overlaps(network.Value))
        select new Violation($"{context.FormatPath(network.Path)} {network.Value} is not part of any network of {context.FormatPath(site.Path)}", network.Path, site.Network);
}
