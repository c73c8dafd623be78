using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class AsnsDiffer : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X004",
        Level = FindingLevel.Error,
        Title = "The two ends of a link have different ASNs",
        Why = "AWS rejects a customer gateway with its own gateway's ASN, and Azure a peer with its own: "
            + "the tunnels use external BGP.",
        Sources = [Source.AzureFaq, new("github.com/aws/aws-cdk/issues/22848", "AWS: the same ASN on both sides")],
        Fix = "Leave both out (64512 and 65515), or change one of them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from pair in context.ResolvedLinks.Select(resolved => (resolved.Aws, resolved.Azure)).Distinct()
        where pair.Aws.Asn == pair.Azure.Asn
        let aws = pair.Aws.Gateway["asn"]
        let azure = pair.Azure.Gateway["asn"]
        select new Violation($"{context.FormatPath(aws)} and {context.FormatPath(azure)} are both {pair.Aws.Asn}", azure, aws);
}
