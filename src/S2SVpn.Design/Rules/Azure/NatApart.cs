using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NatApart : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ136",
        Level = FindingLevel.Error,
        Title = "An external network belongs to one NAT rule of its direction, and to no network of the site that it stands for",
        Why = "An answer comes back to an external address. Where two networks have it, or one has it by itself, nobody can tell whose it is.",
        Sources = [Source.AzureNat],
        Fix = "Write another range in external, one that neither side uses.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => context.ResolvedLinks.SelectMany(resolved => Own(context, resolved).Concat(Twice(context, resolved.Link)));

    // A network may keep its own addresses, or leave them to another: then it is translated away from them itself.
    private static IEnumerable<Violation> Own(RuleContext context, ResolvedLink resolved) =>
        from external in Externals(resolved.Link)
        let site = external.Rule.Direction == NatDirection.Egress ? (SiteView)resolved.Azure : resolved.Aws
        from own in site.Networks
        where own.Cidr.Overlaps(external.Network) && !IsTranslated(resolved.Link, external.Rule.Direction, own.Cidr.Contains(external.Network) ? external.Network : own.Cidr)
        select new Violation($"{context.FormatPath(external.Path)} {external.Network} overlaps {context.FormatPath(own.Path)} {own.Cidr}, which has those addresses itself", external.Path, own.Path);

    private static bool IsTranslated(LinkView link, NatDirection direction, Cidr addresses)
    {
        var inside = link.NatRules.Where(nat => nat.Value.Direction == direction).SelectMany(nat => nat.Value.Internal).Distinct().ToList();
        return inside.Exists(network => network.Contains(addresses))
            || inside.Where(addresses.Contains).Sum(network => 1L << (32 - network.PrefixLength)) >= 1L << (32 - addresses.PrefixLength);
    }

    private static IEnumerable<Violation> Twice(RuleContext context, LinkView link) =>
        from clash in OverlapFinder.Find([.. Externals(link)], external => external.Network, (outer, inner) => outer.Rule.Direction == inner.Rule.Direction && outer.Path != inner.Path)
        select new Violation(
            $"{Phrase.Some([.. clash.Inner.Select(inner => $"{context.FormatPath(inner.Path)} {inner.Network}")])} "
            + $"{(clash.Inner.Count == 1 ? "overlaps" : "overlap")} {context.FormatPath(clash.Outer.Path)} {clash.Outer.Network}",
            [.. clash.Inner.Select(inner => inner.Path), clash.Outer.Path]);

    private static IEnumerable<External> Externals(LinkView link) => link.NatRules.SelectMany(nat =>
        nat.Value.External.Select((network, place) => new External(nat.Value, network, nat.Path["external"][place])));

    private sealed record External(NatRule Rule, Cidr Network, RequestPath Path);
}
