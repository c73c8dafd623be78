using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class AmazonSideAsn : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS026",
        Level = FindingLevel.Error,
        Title = "The ASN of an AWS gateway is private",
        Why = "AWS creates gateways only with ASNs 64512 to 65534 or 4200000000 to 4294967294. Existing ones may "
            + "have one of four legacy ASNs.",
        Sources =
        [
            new(
                "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/validate.go",
                "Terraform provider aws: Amazon side ASN"),
        ],
        Fix = "Leave aws.gateway.asn out (64512), or write one from 64512 to 65534.",
    };

    private static readonly ValueList<uint> Legacy = [7224, 9059, 10124, 17493];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.IsManaged && !site.Asn.IsPrivate
        where site.Site.Gateway.Existing is null || !Legacy.Contains(site.Asn.Value)
        let path = site.Gateway["asn"]
        select new Violation(
            $"{context.FormatPath(path)} {site.Asn} is not a private ASN. Supported: 64512 to 65534 and 4200000000 to 4294967294", path);
}
