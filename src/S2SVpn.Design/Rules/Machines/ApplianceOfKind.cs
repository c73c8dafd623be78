namespace S2SVpn.Design.Rules.Machines;

public sealed class ApplianceOfKind : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X130",
        Level = FindingLevel.Error,
        Title = "Machines of one's own are described only where they are the gateway",
        Why = "They would not be made.",
        Sources = [Source.AzureSettings],
        Fix = "Write gateway.kind: appliance, or take appliance out.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        context.AwsSites.Where(site => site.Site.Gateway.Appliance is not null).Select(site => ((SiteView)site, Words.Of(site.Kind)))
            .Concat(context.AzureSites.Where(site => site.Site.Gateway.Appliance is not null)
                .Select(site => ((SiteView)site, Words.Of(site.Site.Gateway.Kind))))
            .Where(use => use.Item1.IsManaged)
            .Select(use => new Fault(
                $"{context.Say(use.Item1.Gateway["appliance"])} is given, but {context.Say(use.Item1.Gateway["kind"])} is {use.Item2}",
                use.Item1.Gateway["appliance"], use.Item1.Gateway["kind"]));
}
