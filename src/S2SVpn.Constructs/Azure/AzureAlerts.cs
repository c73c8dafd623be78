using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>Who is told of the connections of a site, and the alerts that tell.</summary>
internal sealed class AzureAlerts : Construct
{
    private const int Minute = 60;
    private const int Error = 1;

    private readonly AzureAlertsPlan _plan;

    internal AzureAlerts(Construct scope, string id, AzureAlertsPlan plan, AzureResourceScope place) : base(scope, id)
    {
        _plan = plan;
        ActionGroupId = plan.ExistingActionGroup ?? NewGroup(place);
    }

    public string ActionGroupId { get; }

    /// <summary>Makes the alert for a connection.</summary>
    /// <remarks>
    /// An active-active gateway dials AWS from both of its instances, and AWS answers only the one that it knows: half of
    /// every connection is down by design. So the alert is not split by instance: the average over both of them and over the
    /// whole window is zero only when neither has had a session for all of it. The metric is the gateway's, in
    /// learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-network-virtualnetworkgateways-metrics;
    /// a connection itself has bits per second only, which don't tell an idle one from one that is down.
    /// </remarks>
    internal void Watch(Construct connection, AzureConnectionPlan plan, string gatewayId, ReplacementOrder order, AzureResourceScope place)
    {
        if (plan.DownAlert is not { } name)
        {
            return;
        }

        var peer = plan.LocalNetworkGateway.BgpAddress.ToString()!;
        _ = new MonitorMetricAlert(connection, "down", new MonitorMetricAlertConfig
        {
            Provider = place.Provider,
            Name = name,
            ResourceGroupName = place.ResourceGroup,
            Description = $"The connection {plan.Name} has no BGP session with {peer}.",
            Scopes = [gatewayId],
            Severity = Error,
            Frequency = Iso(_plan.ConnectionDownSeconds <= 5 * Minute ? Minute : 5 * Minute),
            WindowSize = Iso(_plan.ConnectionDownSeconds),
            Criteria = new[]
            {
                new MonitorMetricAlertCriteria
                {
                    MetricNamespace = "Microsoft.Network/virtualNetworkGateways",
                    MetricName = "BgpPeerStatus",
                    Aggregation = "Average",
                    Operator = "LessThanOrEqual",
                    Threshold = 0,
                    Dimension = new[] { new MonitorMetricAlertCriteriaDimension { Name = "BgpPeerAddress", Operator = "Include", Values = [peer] } },
                },
            },
            Action = new[] { new MonitorMetricAlertAction { ActionGroupId = ActionGroupId } },
            Tags = place.Tags,
            DependsOn = [order.Dependable],
            Lifecycle = ReplacementOrder.ReplacedBy(place.NewGroup),
        });
    }

    /// <summary>Makes the alert for a machine of an appliance.</summary>
    /// <remarks>
    /// The metric is 1 while the machine runs, and says nothing of its tunnels
    /// (learn.microsoft.com/azure/virtual-machines/monitor-vm-reference).
    /// </remarks>
    internal void Watch(AzureApplianceMachine machine, AzureResourceScope place)
    {
        if (machine.Plan.DownAlarm is not { } name)
        {
            return;
        }

        _ = new MonitorMetricAlert(machine, "down", new MonitorMetricAlertConfig
        {
            Provider = place.Provider,
            Name = name,
            ResourceGroupName = place.ResourceGroup,
            Description = $"The machine {machine.Plan.Name} is not available.",
            Scopes = [machine.MachineId],
            Severity = Error,
            Frequency = Iso(_plan.ConnectionDownSeconds <= 5 * Minute ? Minute : 5 * Minute),
            WindowSize = Iso(_plan.ConnectionDownSeconds),
            Criteria = new[]
            {
                new MonitorMetricAlertCriteria
                {
                    MetricNamespace = "Microsoft.Compute/virtualMachines",
                    MetricName = "VmAvailabilityMetric",
                    Aggregation = "Average",
                    Operator = "LessThan",
                    Threshold = 1,
                },
            },
            Action = new[] { new MonitorMetricAlertAction { ActionGroupId = ActionGroupId } },
            Tags = place.Tags,
            Lifecycle = ReplacementOrder.ReplacedBy(place.NewGroup),
        });
    }

    private string NewGroup(AzureResourceScope place)
    {
        return new MonitorActionGroup(this, "group", new MonitorActionGroupConfig
        {
            Provider = place.Provider,
            Name = _plan.ActionGroup!,
            ShortName = _plan.ShortName!,
            ResourceGroupName = place.ResourceGroup,
            EmailReceiver = _plan.Notify.Count == 0 ? null : _plan.Notify.Select(address => new MonitorActionGroupEmailReceiver
            {
                Name = address,
                EmailAddress = address,
                UseCommonAlertSchema = true,
            }).ToArray(),
            Tags = place.Tags,
            Lifecycle = ReplacementOrder.ReplacedBy(place.NewGroup),
        }).Id;
    }

    private static string Iso(int seconds) => seconds < 60 * Minute ? $"PT{seconds / Minute}M" : $"PT{seconds / (60 * Minute)}H";
}
