using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SpokeNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X217",
        Level = FindingLevel.Error,
        Title = "A spoke and a subnet of a site have different names",
        Why = "Flows of access name both by the site and their name (azure.app). With one name for two, nobody can tell which is meant.",
        Sources = [new("learn.microsoft.com/azure/virtual-network/network-security-groups-overview", "Azure: network security groups")],
        Fix = "Give the spoke another name.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        from spoke in site.Site.Network.Spokes.Select((spoke, index) => (spoke.Name, Path: site.Network["spokes"][index]))
        let written = site.Site.Network.Subnets.ContainsKey(spoke.Name)
        where written || NetworkLayout.Of(site.Site).Subnets.Any(subnet => subnet.Name == spoke.Name)
        select new Violation($"{context.FormatPath(spoke.Path)} is named {spoke.Name}, as a subnet is", spoke.Path["name"], written ? site.Network["subnets"][spoke.Name] : site.Network);
}
