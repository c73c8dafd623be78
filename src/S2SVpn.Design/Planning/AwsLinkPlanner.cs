using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans the AWS end of a link.</summary>
internal static class AwsLinkPlanner
{
    public static string ConnectionName(PlanContext context, string link, int number) =>
        Names.Aws(context.Names.Link(link), "vpn", $"{number}");

    public static AwsLinkPlan Plan(PlanContext context, PlannedLink link, string siteStem)
    {
        var stem = context.Names.Link(link.Plan.Name);
        var logs = Logs(context, link, stem);
        var alarms = MonitoringPlanner.HasAwsAlarms(context.Request.Monitoring);
        return new AwsLinkPlan
        {
            Name = link.Plan.Name,
            Peer = link.Plan.AzureSite,
            PeerAsn = link.Azure.Gateway.Asn,
            Routing = link.Plan.Routing,
            Crypto = link.Plan.Crypto,
            LocalNetworks = link.Plan.Networks.Aws,
            RemoteNetworks = PlanContext.Sorted(link.Plan.Networks.AzureSeenFromAws),
            Connections = link.AwsAppliance
                ? []
                : link.Plan.Connections.Select(connection => new VpnConnectionPlan
                {
                    Number = connection.Number,
                    Name = ConnectionName(context, link.Plan.Name, connection.Number),
                    CustomerGateway = AwsPlanner.CustomerGatewayName(siteStem, link.Plan.AzureSite, connection.Number),
                    StaticRoutesOnly = !link.Bgp,
                    StaticRoutes = link.Bgp || link.Aws.Gateway.Kind == AwsGatewayKind.Transit
                        ? []
                        : PlanContext.Sorted(link.Plan.Networks.AzureSeenFromAws),
                    Acceleration = link.Request.Tunnels.Acceleration,
                    Bandwidth = link.Request.Tunnels.Bandwidth,
                    KeyStorage = link.Request.Keys.Storage,
                    // A VPN connection has one pair of selectors.
                    RemoteSelector = Only(link.Request.Selectors, selector => selector.Azure),
                    LocalSelector = Only(link.Request.Selectors, selector => selector.Aws),
                    Tunnels = connection.Tunnels.Select(tunnel => Tunnel(link, tunnel, stem, logs, alarms)).ToValueList(),
                }).ToValueList(),
            ApplianceTunnels = link.AwsAppliance ? AppliancePlanner.Tunnels(context, link, Cloud.Aws) : [],
            LogGroups = logs.Groups,
            AllDownAlarm = alarms ? Names.Aws(stem, "all-down") : null,
        };
    }

    private static VpnTunnelPlan Tunnel(PlannedLink link, TunnelPlan tunnel, string stem, TunnelLogPlan logs, bool alarms)
    {
        var options = link.Request.Tunnels.For(tunnel.Connection, tunnel.Number);
        return new VpnTunnelPlan
        {
            Tunnel = tunnel,
            Crypto = link.AwsCrypto!,
            Startup = options.Startup,
            DpdTimeoutSeconds = options.Dpd.Timeout.Seconds,
            DpdAction = options.Dpd.Action,
            RekeyMarginSeconds = options.Rekey.Margin.Seconds,
            RekeyFuzzPercent = options.Rekey.Fuzz,
            ReplayWindow = options.ReplayWindow,
            LifecycleControl = options.LifecycleControl,
            ActivityLog = logs.Activity,
            BgpLog = logs.Bgp,
            LogFormat = logs.Format,
            DownAlarm = alarms && tunnel.IsUsed ? MonitoringPlanner.TunnelDown(stem, tunnel) : null,
        };
    }

    private static TunnelLogPlan Logs(PlanContext context, PlannedLink link, string stem)
    {
        var asked = link.Request.Tunnels.Logs ?? context.Request.Monitoring.Logs;
        var (activity, bgp) = (asked.Activity && !link.AwsAppliance, asked.Bgp && link.Bgp && !link.AwsAppliance);
        // Services that deliver logs may write to any group below this path without a policy of its own
        // (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html).
        var (activityName, bgpName) = ($"/aws/vendedlogs/vpn/{stem}/activity", $"/aws/vendedlogs/vpn/{stem}/bgp");
        return new TunnelLogPlan(
            activity ? activityName : null,
            bgp ? bgpName : null,
            asked.Format,
            [
                .. activity ? [new LogGroupPlan(activityName, asked.RetentionDays, asked.KmsKey)] : Array.Empty<LogGroupPlan>(),
                .. bgp ? [new LogGroupPlan(bgpName, asked.RetentionDays, asked.KmsKey)] : Array.Empty<LogGroupPlan>(),
            ]);
    }

    private static Cidr Only(ValueList<TrafficSelector> selectors, Func<TrafficSelector, ValueList<Cidr>> side) =>
        selectors is [var selector] && side(selector) is [var network] ? network : Cidr.Any;

    private sealed record TunnelLogPlan(string? Activity, string? Bgp, LogFormat Format, ValueList<LogGroupPlan> Groups);
}
