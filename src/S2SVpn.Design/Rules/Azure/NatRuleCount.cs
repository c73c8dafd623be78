using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class NatRuleCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ110",
        Level = FindingLevel.Error,
        Title = "A gateway has at most 100 NAT rules",
        Why = "Azure refuses the 101st rule of a gateway, of all its links together.",
        Sources = [Source.AzureNat],
        Fix = "Translate larger networks with fewer rules.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        let links = site.ResolvedLinks.Where(resolved => resolved.Link.Link.Nat.Count > 0).ToList()
        let count = links.Sum(resolved => resolved.Link.Link.Nat.Count)
        where count > AzureLimits.NatRulesPerGateway
        select new Violation(
            $"the gateway of {context.FormatPath(site.Path)} gets {count} NAT rules, and takes {AzureLimits.NatRulesPerGateway}",
            [.. links.Select(resolved => resolved.Link.At("nat"))]);
}
