using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NetworkSizes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ101",
        Level = FindingLevel.Error,
        Title = "VNet and subnet networks are /2 to /29",
        Why = "Azure rejects larger and smaller networks.",
        Sources = [Source.AzureVnetFaq],
        Fix = "Use networks from /2 to /29.",
    };

    private const int Largest = 2;
    private const int Smallest = 29;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        from network in site.OwnNetworks.Concat(site.GivenSubnets).Concat(NewSpokes(site))
        where network.Value.PrefixLength is < Largest or > Smallest
        select new Violation($"{context.FormatPath(network.Path)} {network.Value} is not between /{Largest} and /{Smallest}", network.Path);

    private static IEnumerable<Located<Cidr>> NewSpokes(AzureView site) =>
        from spoke in site.Site.Network.Spokes.Index()
        where spoke.Item.Id is null
        from cidr in spoke.Item.Cidrs.Index()
        select new Located<Cidr>(cidr.Item, site.Network["spokes"][spoke.Index]["cidrs"][cidr.Index]);
}
