using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class ApplianceOfKind : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X130",
        Level = FindingLevel.Error,
        Title = "The appliance field needs a gateway of kind appliance",
        Why = "Otherwise no machines are created.",
        Sources = [Source.AzureSettings],
        Fix = "Write gateway.kind: appliance, or leave appliance out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        where site.IsManaged && Given(site) is not null
        let path = site.Gateway["appliance"]
        let kind = site.Gateway["kind"]
        select new Violation($"{context.FormatPath(path)} is given, but {context.FormatPath(kind)} is {Given(site)}", path, kind);

    // The kind of a gateway beside which an appliance is described.
    private static string? Given(SiteView site) => site switch
    {
        AwsView { Site.Gateway: { Appliance: not null } gateway } => Words.Of(gateway.Kind),
        AzureView { Site.Gateway: { Appliance: not null } gateway } => Words.Of(gateway.Kind),
        _ => null,
    };
}
