using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

public sealed class TunnelCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ007",
        Level = FindingLevel.Error,
        Title = "The gateway takes as many tunnels as its links need",
        Why = "Azure refuses the connection that is one too many.",
        Sources = [Source.AzureSkus],
        Fix = "Write a larger SKU (VpnGw4AZ takes 100), or take links off the gateway.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged
        let tunnels = site.Joints.Sum(joint => joint.TunnelCount)
        let most = site.Site.Gateway.Sku switch
        {
            GatewaySku.VpnGw4 or GatewaySku.VpnGw5 or GatewaySku.VpnGw4AZ or GatewaySku.VpnGw5AZ => 100,
            GatewaySku.Standard or GatewaySku.Basic => 10,
            _ => 30,
        }
        where tunnels > most
        let path = site.Gateway["sku"]
        select new Fault(
            $"{context.Say(path)} {Words.Of(site.Site.Gateway.Sku)} takes {most} tunnels, and the "
            + $"{Phrase.Count(site.Joints.Count, "link")} of {context.Say(site.Path)} need {tunnels}",
            path);
}
