using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class OneGatewayPerVnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ004",
        Level = FindingLevel.Error,
        Title = "A VNet or gateway belongs to one site",
        Why = "A VNet has at most one VPN gateway, and a spoke can use the gateway of only one VNet: Azure "
            + "rejects the second.",
        Sources =
        [
            Source.AzureSettings,
            new(
                "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",
                "Microsoft: gateway transit"),
        ],
        Fix = "Merge the two sites and give the result both links.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from ids in new[]
        {
            context.AzureSites.SelectMany(Vnets),
            context.AzureSites.Select(site => new Located<string?>(site.Site.Gateway.Existing, site.Gateway["existing"])),
        }
        from same in Repeat.Of(ids.Where(id => id.Value is not null), StringComparer.OrdinalIgnoreCase)
        select same.Violation(context, same.Value!);

    private static IEnumerable<Located<string?>> Vnets(AzureView site) =>
        site.Site.Network.Spokes
            .Select((spoke, index) => new Located<string?>(spoke.Id, site.Network["spokes"][index]["id"]))
            .Prepend(new Located<string?>(site.Site.Network.Existing, site.Network["existing"]));
}
