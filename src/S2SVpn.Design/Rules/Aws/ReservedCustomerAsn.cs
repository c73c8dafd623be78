using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class ReservedCustomerAsn : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS024",
        Level = FindingLevel.Error,
        Title = "AWS does not reserve the Azure gateway's ASN in the region",
        Why = "AWS rejects a customer gateway with a reserved ASN, and the Azure gateway's ASN is the "
            + "customer gateway's.",
        Sources = [Source.AwsCustomerGateway],
        Fix = "Leave azure.gateway.asn out (65515), or use a private one from 64512 to 65514.",
    };

    private static readonly Dictionary<uint, string?> Reserved = new()
    {
        [7224] = null,
        [9059] = "eu-west-1",
        [10124] = "ap-northeast-1",
        [17943] = "ap-southeast-1",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Aws.IsManaged && Reserved.TryGetValue(resolved.Azure.Asn.Value, out var region)
            && (region is null || region == resolved.Aws.Site.Region)
        let path = resolved.Azure.Gateway["asn"]
        select new Violation(
            $"{context.FormatPath(path)} {resolved.Azure.Asn} is reserved by AWS in "
            + (Reserved[resolved.Azure.Asn.Value] ?? "every region") + $", and {context.FormatPath(resolved.Aws.Path)} is linked to it",
            path, resolved.Aws.Path["region"]);
}
