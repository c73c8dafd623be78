using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// The alarms of an appliance: of its machines by AWS's status checks, which also recover them, and of its tunnels by the metric that its
/// machines send.
/// </summary>
internal static class AwsApplianceAlarms
{
    /// <summary>The only namespace that a machine may write to.</summary>
    public const string Namespace = "S2SVpn";

    private const int Minute = 60;

    // Apart, so that a machine is not restarted while it moves (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html).
    private const int HostMinutes = 2;
    private const int MachineMinutes = 3;

    /// <summary>The alarms of a link's tunnels.</summary>
    public static void Watch(AwsAlarms alarms, Construct link, AwsLinkPlan plan, IReadOnlyList<AwsApplianceMachine> machines)
    {
        foreach (var tunnel in plan.ApplianceTunnels)
        {
            if (tunnel.DownAlarm is { } name)
            {
                alarms.TunnelDown(link, name, tunnel.Tunnel, Namespace, Dimensions(tunnel, machines));
            }
        }

        if (plan.AllDownAlarm is { } allDown)
        {
            alarms.AllDown(link, allDown, plan.Name, Namespace, plan.ApplianceTunnels.Select(tunnel => Dimensions(tunnel, machines)));
        }
    }

    /// <summary>The alarms of a machine: its host is left, and the machine itself is restarted.</summary>
    public static void Watch(AwsAlarms alarms, AwsApplianceMachine machine, string partition, string region, AwsResourceScope place)
    {
        if (machine.Plan is not { HostAlarm: { } host, DownAlarm: { } down })
        {
            return;
        }

        Make(machine, "host-failed", host, "StatusCheckFailed_System", HostMinutes, "recover", $"The host of the machine {machine.Plan.Name} failed: AWS moves it to another.");
        Make(machine, "down", down, "StatusCheckFailed_Instance", MachineMinutes, "reboot", $"The machine {machine.Plan.Name} does not answer: AWS restarts it.");

        void Make(Construct scope, string id, string name, string metric, int minutes, string action, string description) =>
            _ = new CloudwatchMetricAlarm(scope, id, new CloudwatchMetricAlarmConfig
            {
                Provider = place.Provider,
                Region = place.Region,
                AlarmName = name,
                AlarmDescription = description,
                Namespace = "AWS/EC2",
                MetricName = metric,
                Dimensions = new Dictionary<string, string> { ["InstanceId"] = machine.InstanceId },
                Statistic = "Maximum",
                ComparisonOperator = "GreaterThanOrEqualToThreshold",
                Threshold = 1,
                Period = Minute,
                EvaluationPeriods = minutes,
                // Of a machine that is stopped AWS checks nothing; its tunnels tell.
                TreatMissingData = "missing",
                AlarmActions = [$"arn:{partition}:automate:{region}:ec2:{action}", alarms.TopicArn],
                OkActions = [alarms.TopicArn],
                Tags = AwsNames.Tag(name),
            });
    }

    // As s2s-metric names them.
    private static Dictionary<string, string> Dimensions(ApplianceTunnelPlan tunnel, IReadOnlyList<AwsApplianceMachine> machines) =>
        new() { ["Machine"] = machines[tunnel.Machine].Plan.Name, ["Tunnel"] = tunnel.Interface };
}
