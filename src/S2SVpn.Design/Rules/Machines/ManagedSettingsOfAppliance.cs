using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class ManagedSettingsOfAppliance : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X131",
        Level = FindingLevel.Error,
        Title = "An existing gateway is a managed one",
        Why = "A self-managed gateway is always created here, so that both ends are configured alike.",
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
