using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// Who is told of the tunnels of a site, and the alarms that tell. No data counts as down: a connection that says nothing
/// is no connection. The metrics are those of docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-cloudwatch-vpn.html.
/// </summary>
internal sealed class AwsAlarms : Construct
{
    internal const string Namespace = "AWS/VPN";

    private readonly AwsAlarmsPlan _plan;
    private readonly AwsResourceScope _place;

    internal AwsAlarms(Construct scope, string id, AwsAlarmsPlan plan, AwsResourceScope place) : base(scope, id)
    {
        _plan = plan;
        _place = place;
        TopicArn = plan.ExistingTopic ?? NewTopic(plan.Topic!);
    }

    public string TopicArn { get; }

    /// <summary>Makes an alarm for each tunnel of a link that carries traffic, and one for all of them together.</summary>
    internal void Watch(Construct link, AwsLinkPlan plan, IReadOnlyList<AwsVpnConnection> connections)
    {
        foreach (var (connection, tunnel, end) in plan.Connections.Zip(connections)
            .SelectMany(pair => pair.First.Tunnels.Zip(pair.Second.Tunnels, (tunnel, end) => (pair.Second, tunnel, end))))
        {
            if (tunnel.DownAlarm is { } name)
            {
                TunnelDown(link, name, tunnel.Tunnel, Namespace, new Dictionary<string, string> { ["VpnId"] = connection.Id, ["TunnelIpAddress"] = end.OutsideIp });
            }
        }

        if (plan.AllDownAlarm is { } allDown)
        {
            // Of a connection as a whole the metric has the values of both its tunnels, and the maximum is that of the better one.
            AllDown(link, allDown, plan.Name, Namespace, connections.Select(connection => new Dictionary<string, string> { ["VpnId"] = connection.Id }));
        }
    }

    // Without a key of the account it is not encrypted: CloudWatch may not use the key that AWS keeps for SNS
    // (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html).
    private string NewTopic(string name)
    {
        var arn = new SnsTopic(this, "topic", new SnsTopicConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            Name = name,
            KmsMasterKeyId = _plan.TopicKey,
            Tags = AwsNames.Tag(name),
        }).Arn;
        foreach (var address in _plan.Notify)
        {
            // Each of them gets a message from AWS and has to confirm it.
            _ = new SnsTopicSubscription(this, $"notify-{address}", new SnsTopicSubscriptionConfig
            {
                Provider = _place.Provider,
                Region = _place.Region,
                TopicArn = arn,
                Protocol = "email",
                Endpoint = address,
            });
        }

        return arn;
    }

    /// <summary>The alarm for one tunnel, by the metric that tells of it.</summary>
    internal void TunnelDown(Construct link, string name, TunnelPlan tunnel, string space, IReadOnlyDictionary<string, string> dimensions) =>
        _ = new CloudwatchMetricAlarm(link, $"tunnel-{tunnel.Connection}-{tunnel.Number}-down", new CloudwatchMetricAlarmConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            AlarmName = name,
            AlarmDescription = $"Tunnel {tunnel.Id} of the VPN {tunnel.Link} is down.",
            Namespace = space,
            MetricName = "TunnelState",
            Dimensions = dimensions.ToDictionary(),
            // Up for a moment is up: a tunnel that flaps is another matter.
            Statistic = "Maximum",
            ComparisonOperator = "LessThanThreshold",
            Threshold = 1,
            Period = _plan.TunnelDown.PeriodSeconds,
            EvaluationPeriods = _plan.TunnelDown.Periods,
            TreatMissingData = "breaching",
            AlarmActions = [TopicArn],
            OkActions = [TopicArn],
            Tags = AwsNames.Tag(name),
        });

    /// <summary>The alarm for all of a link, by the metrics of its parts: the best of them is down.</summary>
    internal void AllDown(Construct link, string name, string linkName, string space, IEnumerable<IReadOnlyDictionary<string, string>> parts)
    {
        var states = parts.Select((dimensions, index) => new CloudwatchMetricAlarmMetricQuery
        {
            Id = $"m{index + 1}",
            Metric = new CloudwatchMetricAlarmMetricQueryMetric
            {
                Namespace = space,
                MetricName = "TunnelState",
                Dimensions = dimensions.ToDictionary(),
                Stat = "Maximum",
                Period = _plan.AllDown.PeriodSeconds,
            },
        }).ToList();
        var best = new CloudwatchMetricAlarmMetricQuery
        {
            Id = "best",
            // A connection without data is down, and hides none that is up.
            Expression = $"MAX([{string.Join(", ", states.Select(state => $"FILL({state.Id}, 0)"))}])",
            Label = "The best tunnel",
            ReturnData = true,
        };
        _ = new CloudwatchMetricAlarm(link, "all-down", new CloudwatchMetricAlarmConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            AlarmName = name,
            AlarmDescription = $"All tunnels of the VPN {linkName} are down: nothing crosses.",
            MetricQuery = states.Append(best).ToArray(),
            ComparisonOperator = "LessThanThreshold",
            Threshold = 1,
            EvaluationPeriods = _plan.AllDown.Periods,
            TreatMissingData = "breaching",
            AlarmActions = [TopicArn],
            OkActions = [TopicArn],
            Tags = AwsNames.Tag(name),
        });
    }
}
