using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

public sealed class ManagedSettingsOfAppliance : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X131",
        Level = FindingLevel.Error,
        Title = "A gateway that exists is one that the cloud runs",
        Why = "Machines of one's own are always new here, so that both ends are set up alike.",
        Sources = [Source.AzureSettings],
        Fix = "Leave existing out, or write the kind of the gateway that exists.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !site.IsManaged && site.Site.Gateway.Existing is not null
        let path = site.Gateway["existing"]
        let kind = site.Gateway["kind"]
        select new Violation($"{context.FormatPath(path)} is given, but {context.FormatPath(kind)} is appliance", path, kind);
}
