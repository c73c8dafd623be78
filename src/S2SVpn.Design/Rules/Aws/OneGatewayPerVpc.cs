using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class OneGatewayPerVpc : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS028",
        Level = FindingLevel.Error,
        Title = "A VPC and a gateway belong to one site each",
        Why = "A VPC has one virtual private gateway at most, and such a gateway has one VPC: the second "
            + "attachment fails.",
        Sources = [Source.AwsQuotas],
        Fix = "Make one site of the two and give it both links, or let both use one transit gateway.",
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
