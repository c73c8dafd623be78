using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class RecipientCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ141",
        Level = FindingLevel.Error,
        Title = "An action group has at most 1,000 recipients",
        Why = "Azure rejects an action group with more e-mail addresses.",
        Sources = [new("learn.microsoft.com/azure/azure-monitor/fundamentals/service-limits", "Microsoft: limits of Azure Monitor")],
        Fix = "Write the address of a mailing list, or name an existing action group in monitoring.actionGroup.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var asked = context.Request.Monitoring;
        var path = RequestPath.Root.At("monitoring.notify");
        return asked.Notify.Count > AzureLimits.EmailsPerActionGroup && asked.ActionGroup is null
            ? [new Violation($"{context.FormatPath(path)} has {asked.Notify.Count} addresses, more than Azure's limit of {AzureLimits.EmailsPerActionGroup}", path)]
            : [];
    }
}
