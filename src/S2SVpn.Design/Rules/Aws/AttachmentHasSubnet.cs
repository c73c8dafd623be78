using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class AttachmentHasSubnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS124",
        Level = FindingLevel.Error,
        Title = "A VPC that is attached to a new transit gateway has a subnet",
        Why = "An attachment has an interface in a subnet of each zone, and AWS rejects one without any. A new VPC always has a subnet; of an "
            + "existing one, only those are known that are listed.",
        Sources =
        [
            new("docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html", "AWS: CreateTransitGatewayVpcAttachment"),
        ],
        Fix = "List a subnet of each zone in network.subnets, by network or as { existing: subnet-… }.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site is { Kind: AwsGatewayKind.Transit, NetworkExists: true, Site.Gateway.Existing: null, Subnets.Count: 0 }
        let path = site.Network["subnets"]
        select new Violation(
            $"{context.FormatPath(path)} is empty, so {site.Site.Network.Existing} can't be attached to the new transit gateway",
            site.Network["existing"], site.Gateway["kind"]);
}
