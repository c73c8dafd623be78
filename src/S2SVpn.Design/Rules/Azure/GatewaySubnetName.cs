using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class GatewaySubnetName : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ001",
        Level = FindingLevel.Error,
        Title = "Only the gateway's subnet is named GatewaySubnet",
        Why = "Azure creates a VPN gateway only in a subnet of that name, which is for nothing else.",
        Sources = [Source.AzureSettings, Source.AzureGatewayResource],
        Fix = "Use network.gatewaySubnet for the gateway's subnet, and give other subnets other names.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        context.AzureSites.SelectMany(site => Subnets(context, site).Concat(Existing(context, site)));

    private static IEnumerable<Violation> Subnets(RuleContext context, AzureView site) =>
        from name in site.Site.Network.Subnets.Keys
        where name.Equals(NetworkLayout.GatewaySubnetName, StringComparison.OrdinalIgnoreCase)
        let path = site.Network["subnets"][name]
        select new Violation($"{context.FormatPath(path)} has the name of the gateway's subnet", path);

    private static IEnumerable<Violation> Existing(RuleContext context, AzureView site)
    {
        var path = site.Network["gatewaySubnet"]["existing"];
        var name = site.Site.Network.GatewaySubnet.Existing?.Split('/')[^1];
        return name is null or NetworkLayout.GatewaySubnetName
            ? []
            : [new Violation($"{context.FormatPath(path)} ends in {name}, not in {NetworkLayout.GatewaySubnetName}", path)];
    }
}
