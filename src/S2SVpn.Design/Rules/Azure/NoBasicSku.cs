using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class NoBasicSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ009",
        Level = FindingLevel.Error,
        Title = "The gateway is not of the SKU Basic",
        Why = "Basic has no BGP, no second instance and no IKEv1, and it takes no IPsec policy, so that its "
            + "ends can't be given the same algorithms as AWS's.",
        Sources = [Source.AzureSkus, Source.AzureCrypto],
        Fix = "Leave sku out for VpnGw1AZ. For a small lab write activeActive: false and routing: static.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && !AzureSku.Of(site.Site.Gateway.Sku).HasBgp
        let path = site.Gateway["sku"]
        select new Violation($"{context.FormatPath(path)} Basic takes no IPsec policy, and has neither BGP nor a second instance", path);
}
