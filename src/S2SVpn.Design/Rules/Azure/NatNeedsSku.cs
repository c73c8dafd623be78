using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NatNeedsSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ033",
        Level = FindingLevel.Error,
        Title = "NAT needs a gateway SKU that supports it",
        Why = "Azure supports NAT rules on VpnGw2AZ to VpnGw5AZ only and rejects them on smaller gateways.",
        Sources = [Source.AzureNat],
        Fix = "Write azure.gateway.sku: VpnGw2AZ or larger.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Azure.IsManaged && resolved.Link.Link.Nat.Count > 0 && !AzureSku.Of(resolved.Azure.Site.Gateway.Sku).HasNat
        let path = resolved.Link.At("nat")
        let sku = resolved.Azure.Gateway["sku"]
        select new Violation(
            $"{context.FormatPath(path)} needs VpnGw2AZ or larger, but {context.FormatPath(sku)} is {Words.Of(resolved.Azure.Site.Gateway.Sku)}",
            path, sku);
}
