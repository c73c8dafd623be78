using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class StaticLinkWatched : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X161",
        Level = FindingLevel.Warning,
        Title = "A link with static routes has alarms in AWS",
        Why = "Azure has metrics of BGP sessions and of bytes. Without BGP an idle connection looks as one that is down, "
            + "so that only AWS notices.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-network-virtualnetworkgateways-metrics",
                "Azure: metrics of virtual network gateways"),
            Source.AwsAlarms,
        ],
        Fix = "Write monitoring.notify or snsTopic as well, or leave routing out for BGP.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var asked = context.Request.Monitoring;
        return from resolved in context.ResolvedLinks
               where !resolved.Link.IsBgp && resolved.Link.IsAzureManaged && MonitoringPlanner.HasAzureAlerts(asked)
                   && !MonitoringPlanner.HasAwsAlarms(asked)
               let path = resolved.Link.At("routing")
               select new Violation($"{context.FormatPath(path)} is static, but there is no alarm for a failed link", path);
    }
}
