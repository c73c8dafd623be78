using S2SVpn.Design.Findings;

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
