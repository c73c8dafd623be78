using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class ProductionWatched : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X167",
        Level = FindingLevel.Warning,
        Title = "In production, alarms have recipients",
        Why = "While one tunnel of a link is left, the loss of the others goes unnoticed, until the last one is lost too.",
        Sources =
        [
            Source.AwsAlarms,
            new("learn.microsoft.com/azure/vpn-gateway/monitor-vpn-gateway-reference", "Microsoft: metrics of VPN Gateway"),
        ],
        Fix = "Write monitoring.notify, such as notify: [noc@example.com].",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var monitoring = context.Request.Monitoring;
        var alarms = RequestPath.Root.At("monitoring.alarms.enabled");
        var managed = context.Sites.Any(site => site.IsManaged);
        if (!Production.Is(context.Request) || !managed
            || MonitoringPlanner.HasAwsAlarms(monitoring) || MonitoringPlanner.HasAzureAlerts(monitoring))
        {
            return [];
        }

        var off = monitoring.Alarms.Enabled == false;
        return
        [
            new Violation(
                $"{context.FormatPath(Production.Path)} is {context.Request.Environment}, but "
                + (off ? $"{context.FormatPath(alarms)} is false" : $"{context.FormatPath(RequestPath.Root["monitoring"])} has no alarms"),
                alarms, Production.Path)
            {
                Fix = off ? "Leave alarms.enabled out, and write monitoring.notify, such as notify: [noc@example.com]." : null,
            },
        ];
    }
}
