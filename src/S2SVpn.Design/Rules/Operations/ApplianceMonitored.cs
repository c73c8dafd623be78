using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class ApplianceMonitored : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X203",
        Level = FindingLevel.Warning,
        Title = "Tunnels to a machine in Azure have alarms in AWS",
        Why = "Azure tells whether the machine runs, and not whether its tunnels are up. AWS tells of each tunnel: by the metrics of its own "
            + "gateway, or by those that a machine there sends to CloudWatch.",
        Sources = [Source.AwsAlarms],
        Fix = "Write monitoring.notify or snsTopic as well, so that there are alarms in AWS.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var asked = context.Request.Monitoring;
        return from resolved in context.ResolvedLinks
               where MonitoringPlanner.HasAzureAlerts(asked) && !MonitoringPlanner.HasAwsAlarms(asked) && !resolved.Link.IsAzureManaged
               let monitoring = RequestPath.Root["monitoring"]
               let path = resolved.Link.Path
               select new Violation($"{context.FormatPath(monitoring)} asks for alerts in Azure only, where nothing tells whether the tunnels of {(context.Sources.IsWritten(path) ? context.FormatPath(path) : "the link")} are up", monitoring, path);
    }
}
