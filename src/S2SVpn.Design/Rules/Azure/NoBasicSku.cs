using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NoBasicSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ009",
        Level = FindingLevel.Error,
        Title = "The gateway's SKU is not Basic",
        Why = "Basic has no BGP, no second instance, no IKEv1 and no custom IPsec policy, so its "
            + "algorithms can't be matched with AWS's.",
        Sources = [Source.AzureSkus, Source.AzureCrypto],
        Fix = "Leave sku out for VpnGw1AZ. For a small lab write activeActive: false and routing: static.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && !AzureSku.Of(site.Site.Gateway.Sku).HasBgp
        let path = site.Gateway["sku"]
        select new Violation($"{context.FormatPath(path)} is Basic, which supports no IPsec policy, no BGP and no second instance", path);
}
