using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class ApplianceMonitored : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X203",
        Level = FindingLevel.Warning,
        Title = "Alarms are for managed gateways",
        Why = "AWS and Azure have metrics of the tunnels of their own gateways, and none of those between machines. "
            + "No alarm of this request tells that such a link is down.",
        Sources = [Source.AwsAlarms],
        Fix = "Watch the machines by your own monitoring (each writes what it sees to /run/s2s/health) and accept this, or use a "
            + "managed gateway at one end.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var asked = context.Request.Monitoring;
        var (aws, azure) = (MonitoringPlanner.HasAwsAlarms(asked), MonitoringPlanner.HasAzureAlerts(asked));
        return from resolved in context.ResolvedLinks
               where (aws || azure) && !(aws && resolved.Link.IsAwsManaged) && !(azure && resolved.Link.IsAzureManaged)
               let monitoring = RequestPath.Root["monitoring"]
               let path = resolved.Link.Path
               select new Violation($"{context.FormatPath(monitoring)} asks for alarms, but nothing in the clouds watches {(context.Sources.IsWritten(path) ? context.FormatPath(path) : "the link")}", monitoring, path);
    }
}
