using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

public sealed class NatNeedsSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ033",
        Level = FindingLevel.Error,
        Title = "Address translation has a gateway that can do it",
        Why = "Azure has NAT rules on VpnGw2AZ to VpnGw5AZ only; a smaller gateway refuses them.",
        Sources = [Source.AzureNat],
        Fix = "Write azure.gateway.sku: VpnGw2AZ or larger.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where joint.Azure.IsManaged && joint.Link.Link.Nat.Count > 0 && joint.Azure.Site.Gateway.Sku is GatewaySku.VpnGw1AZ
            or GatewaySku.VpnGw1 or GatewaySku.Basic or GatewaySku.Standard or GatewaySku.HighPerformance
        let path = joint.Link.At("nat")
        let sku = joint.Azure.Gateway["sku"]
        select new Fault(
            $"{context.Say(path)} needs VpnGw2AZ or larger, but {context.Say(sku)} is {Words.Of(joint.Azure.Site.Gateway.Sku)}",
            path, sku);
}
