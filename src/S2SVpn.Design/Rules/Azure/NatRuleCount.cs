using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NatRuleCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ110",
        Level = FindingLevel.Error,
        Title = "A gateway has at most 100 NAT rules",
        Why = "Azure rejects the 101st rule of a gateway, counted over all its links.",
        Sources = [Source.AzureNat],
        Fix = "Translate larger networks with fewer rules.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        let links = site.ResolvedLinks.Where(resolved => resolved.Link.Link.Nat.Count > 0).ToList()
        let count = links.Sum(resolved => resolved.Link.Link.Nat.Count)
        where count > AzureLimits.NatRulesPerGateway
        select new Violation(
            $"the gateway of {context.FormatPath(site.Path)} needs {count} NAT rules, more than Azure's limit of {AzureLimits.NatRulesPerGateway}",
            [.. links.Select(resolved => resolved.Link.At("nat"))]);
}
