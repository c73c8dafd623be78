using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class NatNeedsStatic : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X019",
        Level = FindingLevel.Error,
        Title = "NAT needs static routing",
        Why = "Azure does not support NAT with BGP addresses from 169.254.0.0/16, and AWS supports no others.",
        Sources = [Source.AzureNat],
        Fix = "Write routing: static for this link, or give one side another range and leave nat out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsBgp && link.Link.Nat.Count > 0
        let path = link.At("nat")
        select new Violation($"{context.FormatPath(path)} is given, but the link has routing: bgp", path, link.At("routing"));
}
