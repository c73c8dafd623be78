using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class InsideRange : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ013",
        Level = FindingLevel.Error,
        Title = "An inside network is one that Azure supports for BGP, and that self-managed gateways use",
        Why = "Azure's BGP address inside a tunnel has to be between 169.254.21.0 and 169.254.22.255; its "
            + "gateway rejects any other. A self-managed gateway uses the same ranges here.",
        Sources = [Source.AzureTutorial, Source.AzureBgp, Source.AzureGatewayResource],
        Fix = "Write /30s of 169.254.21.0/24 and 169.254.22.0/24, or leave inside out and give the link a slot.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from inside in link.InsideByHand
        where NeedsAzureRange(link) && inside.Value.PrefixLength == 30 && InsideCidr.LinkLocal.Contains(inside.Value)
            && !InsideCidr.AwsReserved.Contains(inside.Value)
            && !InsideCidr.AzureRanges.Any(range => range.Contains(inside.Value))
        select new Violation(
            $"{context.FormatPath(inside.Path)} {inside.Value} is outside "
            + Phrase.And(InsideCidr.AzureRanges.Select(range => range.ToString())),
            inside.Path);

    // Azure's gateway has no address inside a tunnel without BGP.
    private static bool NeedsAzureRange(LinkView link) => link.IsBgp || !link.IsAwsManaged || !link.IsAzureManaged;
}
