using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class AlarmsHaveRecipients : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X148",
        Level = FindingLevel.Warning,
        Title = "Alarms have recipients",
        Why = "Otherwise alarms go unnoticed.",
        Sources = [Source.AwsAlarms],
        Fix = "Write monitoring.notify, snsTopic or actionGroup, or leave alarms out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var asked = context.Request.Monitoring;
        var path = RequestPath.Root.At("monitoring.alarms.enabled");
        if (asked.Alarms.Enabled != true || asked.Notify.Count > 0)
        {
            return [];
        }

        var deaf = new (string? Receiver, string Key, string Cloud)[]
        {
            (asked.SnsTopic, "snsTopic", "AWS"), (asked.ActionGroup, "actionGroup", "Azure"),
        }.Where(each => each.Receiver is null).ToList();
        return deaf.Count == 0
            ? []
            :
            [
                new Violation(
                    $"{context.FormatPath(path)} is true, but there is no notify and no "
                    + $"{Phrase.Or(deaf.Select(each => each.Key))} for alarms in {Phrase.Or(deaf.Select(each => each.Cloud))}",
                    path),
            ];
    }
}
