using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class SelectorsNeedStatic : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ032",
        Level = FindingLevel.Error,
        Title = "Traffic selectors go with neither BGP nor address translation",
        Why = "With selectors Azure sends what they name and no more: BGP's own packets don't pass, and NAT "
            + "rules are refused on such a connection.",
        Sources = [Source.AzureNat, Source.AzureConnectionResource],
        Fix = "Leave selectors out, and say in access what may cross.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links.Where(link => link.Link.Selectors.Count > 0))
        {
            var path = link.At("selectors");
            if (link.IsBgp)
            {
                yield return new Violation($"{context.FormatPath(path)} leaves no way for BGP", path, link.At("routing"));
            }

            if (link.Link.Nat.Count > 0)
            {
                var nat = link.At("nat");
                yield return new Violation($"{context.FormatPath(path)} can't be had together with {context.FormatPath(nat)}", path, nat);
            }
        }
    }
}
