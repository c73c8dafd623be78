using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class GatewaySubnetFilter : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ003",
        Level = FindingLevel.Error,
        Title = "GatewaySubnet has no network security group",
        Why = "Azure does not support a group there, and the gateway may stop working.",
        Sources = [Source.AzureSettings],
        Fix = "Leave gatewaySubnet.securityGroup out and filter with access, which applies to the "
            + "application subnets.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.Site.Network.GatewaySubnet.SecurityGroup is not null
        let path = site.Network["gatewaySubnet"]["securityGroup"]
        select new Violation($"{context.FormatPath(path)} puts a network security group on GatewaySubnet", path);
}
