using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class SelectorsNeedStatic : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ032",
        Level = FindingLevel.Error,
        Title = "Traffic selectors are used without BGP and NAT",
        Why = "With selectors Azure sends only the traffic that they match: BGP's own packets do not pass, and Azure rejects NAT "
            + "rules on such a connection.",
        Sources = [Source.AzureNat, Source.AzureConnectionResource],
        Fix = "Leave selectors out and filter with access.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links.Where(link => link.Link.Selectors.Count > 0))
        {
            var path = link.At("selectors");
            if (link.IsBgp)
            {
                yield return new Violation($"{context.FormatPath(path)} blocks BGP", path, link.At("routing"));
            }

            if (link.Link.Nat.Count > 0)
            {
                var nat = link.At("nat");
                yield return new Violation($"{context.FormatPath(path)} can't be combined with {context.FormatPath(nat)}", path, nat);
            }
        }
    }
}
