using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

public sealed class SomeNetwork : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X151",
        Level = FindingLevel.Error,
        Title = "A VPC, a VNet and a spoke have a network",
        Why = "Without addresses there is nothing to make and nothing to reach.",
        Sources = [Source.VpcCidrs, Source.AzureVnetFaq],
        Fix = "Write at least one network in cidrs.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from cidrs in context.AwsSites.Select(site => new Given<ValueList<Cidr>>(site.Site.Network.Cidrs, site.Network["cidrs"]))
            .Concat(context.AzureSites.SelectMany(OfAzure))
        where cidrs.Value.Count == 0
        select new Fault($"{context.Say(cidrs.Path)} is empty", cidrs.Path);

    private static IEnumerable<Given<ValueList<Cidr>>> OfAzure(AzureView site) => site.Site.Network.Spokes
        .Select((spoke, index) => new Given<ValueList<Cidr>>(spoke.Cidrs, site.Network["spokes"][index]["cidrs"]))
        .Prepend(new Given<ValueList<Cidr>>(site.Site.Network.Cidrs, site.Network["cidrs"]));
}
