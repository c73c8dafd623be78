using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class OneGatewayPerVpc : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS028",
        Level = FindingLevel.Error,
        Title = "A VPC or gateway belongs to one site",
        Why = "A VPC has at most one virtual private gateway, and such a gateway has one VPC: the second "
            + "attachment fails.",
        Sources = [Source.AwsQuotas],
        Fix = "Merge the two sites and give the result both links, or use one transit gateway for both.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from ids in new[]
        {
            context.AwsSites.Select(site => new Located<string?>(site.Site.Network.Existing, site.Network["existing"])),
            context.AwsSites.Where(site => site.Kind == AwsGatewayKind.VirtualPrivate)
                .Select(site => new Located<string?>(site.Site.Gateway.Existing, site.Gateway["existing"])),
        }
        from same in Repeat.Of(ids.Where(id => id.Value is not null))
        select same.Violation(context, same.Value!);
}
