using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SomeNetwork : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X151",
        Level = FindingLevel.Error,
        Title = "Every VPC, VNet and spoke has a network",
        Why = "A VPC or VNet can't be created without addresses.",
        Sources = [Source.VpcCidrs, Source.AzureVnetFaq],
        Fix = "Write at least one network in cidrs.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from cidrs in context.AwsSites.Select(site => new Located<ValueList<Cidr>>(site.Site.Network.Cidrs, site.Network["cidrs"]))
            .Concat(context.AzureSites.SelectMany(OfAzure))
        where cidrs.Value.Count == 0
        select new Violation($"{context.FormatPath(cidrs.Path)} is empty", cidrs.Path);

    private static IEnumerable<Located<ValueList<Cidr>>> OfAzure(AzureView site) => site.Site.Network.Spokes
        .Select((spoke, index) => new Located<ValueList<Cidr>>(spoke.Cidrs, site.Network["spokes"][index]["cidrs"]))
        .Prepend(new Located<ValueList<Cidr>>(site.Site.Network.Cidrs, site.Network["cidrs"]));
}
