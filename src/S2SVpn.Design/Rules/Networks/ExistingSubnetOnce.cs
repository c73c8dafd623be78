using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class ExistingSubnetOnce : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X212",
        Level = FindingLevel.Error,
        Title = "An existing subnet has one name",
        Why = "A subnet has one network and one route table. Under two names it would get the routes and filters of both, and one of the networks "
            + "would not exist.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Leave one of the names out, or write the id of the other subnet.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from repeat in Repeat.Of(
            context.AwsSites.SelectMany(site => Given(site, site.Site.Network.Subnets.Select(subnet => (subnet.Key, subnet.Value.Existing))))
                .Concat(context.AzureSites.SelectMany(site => Given(site, site.Site.Network.Subnets.Select(subnet => (subnet.Key, subnet.Value.Existing)))
                    .Concat(site.Site.Network.GatewaySubnet.Existing is { } gateway ? [new Located<string>(gateway, site.Network["gatewaySubnet"]["existing"])] : []))),
            StringComparer.OrdinalIgnoreCase)
        select repeat.Violation(context, repeat.Value);

    private static IEnumerable<Located<string>> Given(SiteView site, IEnumerable<(string Name, string? Existing)> subnets) =>
        from subnet in subnets
        where subnet.Existing is not null
        select new Located<string>(subnet.Existing!, site.Network["subnets"][subnet.Name]["existing"]);
}
