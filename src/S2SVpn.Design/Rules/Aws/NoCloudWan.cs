using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class NoCloudWan : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS017",
        Level = FindingLevel.Error,
        Title = "The AWS gateway is a virtual private gateway, a transit gateway or an appliance",
        Why = "On Cloud WAN the core network's policy decides the routes. It usually serves the whole company "
            + "and can't be changed for one link.",
        Sources = [Source.AwsProvider],
        Fix = "Write gateway: transit, and peer the transit gateway with the core network.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Kind == AwsGatewayKind.CloudWan
        let path = site.Gateway["kind"]
        select new Violation($"{context.FormatPath(path)} is cloud-wan, which is not supported: a link can't add its own routes there", path);
}
