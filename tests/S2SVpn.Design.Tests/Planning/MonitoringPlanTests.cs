using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Alarms, logs and dashboards.</summary>
public sealed class MonitoringPlanTests
{
    [Fact]
    public void From_NobodyToTell_HasNoAlarmsLogsOrDashboard()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter);
        Assert.Equal((null, null, null), (plan.Dashboard, plan.AwsSites[0].Alarms, plan.AzureSites[0].Alerts));
        Assert.Null(plan.AzureSites[0].Diagnostics);
        Assert.Empty(plan.AwsSites[0].Links[0].LogGroups);
        Assert.Null(plan.AwsSites[0].Links[0].AllDownAlarm);
        Assert.All(plan.AwsSites[0].Links[0].Connections[0].Tunnels, tunnel => Assert.Null(tunnel.DownAlarm));
        Assert.All(plan.AzureSites[0].Links[0].Connections, connection => Assert.Null(connection.DownAlert));
    }

    [Fact]
    public void From_SomebodyToTell_HasAnAlarmATunnelAndOneForAll()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with
        {
            Monitoring = new Monitoring
            {
                Notify = ["noc@example.com"],
                Dashboard = true,
                Alarms = new Alarms { TunnelDown = new Duration(90), AllDown = Duration.Hours(30) },
                Diagnostics = new Diagnostics { Enabled = true, RetentionDays = 30 },
                Logs = new TunnelLogs { Activity = true, Bgp = true, RetentionDays = 7, KmsKey = "arn:kms" },
            },
        });
        var aws = plan.AwsSites[0];
        Assert.Equal(
            ("shop-prod-vpn-alarms", null, new AlarmTimingPlan(60, 2), new AlarmTimingPlan(3600, 30)),
            (aws.Alarms!.Topic, aws.Alarms.ExistingTopic, aws.Alarms.TunnelDown, aws.Alarms.AllDown));
        Assert.Equal(["noc@example.com"], aws.Alarms.Notify);
        Assert.Equal("shop-prod-all-down", aws.Links[0].AllDownAlarm);
        Assert.Equal(
            ["shop-prod-tunnel-1-1-down", "shop-prod-tunnel-1-2-down", "shop-prod-tunnel-2-1-down", "shop-prod-tunnel-2-2-down"],
            aws.Links[0].Connections.SelectMany(connection => connection.Tunnels).Select(tunnel => tunnel.DownAlarm));
        Assert.Equal(
            [new LogGroupPlan("/aws/vendedlogs/vpn/shop-prod/activity", 7, "arn:kms"), new LogGroupPlan("/aws/vendedlogs/vpn/shop-prod/bgp", 7, "arn:kms")],
            aws.Links[0].LogGroups);
        Assert.Equal(aws.Links[0].LogGroups[1].Name, aws.Links[0].Connections[1].Tunnels[1].BgpLog);
        Assert.Equal(new DashboardPlan("shop-prod-vpn", "aws"), plan.Dashboard);

        var azure = plan.AzureSites[0];
        Assert.Equal(("shop-prod-vpn-alerts", "shop-prod", 300), (azure.Alerts!.ActionGroup, azure.Alerts.ShortName, azure.Alerts.ConnectionDownSeconds));
        Assert.Equal("shop-prod-1-1-down", azure.Links[0].Connections[0].DownAlert);
        Assert.Equal(("shop-prod-logs", 30), (azure.Diagnostics!.Workspace, azure.Diagnostics.RetentionDays));
    }

    [Fact]
    public void From_StaticRoutes_HasAlarmsInAwsOnly()
    {
        var plan = ConnectivityPlan.CreateUnchecked((Requests.Starter with
        {
            Links = [new Link { Between = ["aws", "azure"], Slot = 0 }],
            Monitoring = new Monitoring { Notify = ["noc@example.com"] },
        }).WithLink(link => link with { Routing = Routing.Static }));

        Assert.All(plan.AzureSites[0].Links[0].Connections, connection => Assert.Null(connection.DownAlert));
        Assert.All(plan.AwsSites[0].Links[0].Connections.SelectMany(connection => connection.Tunnels), tunnel => Assert.NotNull(tunnel.DownAlarm));
    }

    [Fact]
    public void From_ExistingReceivers_MakesNone()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with
        {
            Monitoring = new Monitoring
            {
                SnsTopic = "arn:sns",
                ActionGroup = "/group",
                Diagnostics = new Diagnostics { Enabled = true, Workspace = "/workspace" },
            },
        });
        Assert.Equal((null, "arn:sns"), (plan.AwsSites[0].Alarms!.Topic, plan.AwsSites[0].Alarms!.ExistingTopic));
        Assert.Equal((null, "/group"), (plan.AzureSites[0].Alerts!.ActionGroup, plan.AzureSites[0].Alerts!.ExistingActionGroup));
        Assert.Equal((null, "/workspace"), (plan.AzureSites[0].Diagnostics!.Workspace, plan.AzureSites[0].Diagnostics!.ExistingWorkspace));
    }

    [Fact]
    public void From_BgpLogOfAStaticLink_IsLeftOut()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with
        {
            Routing = Routing.Static,
            Tunnels = new TunnelOptions { Logs = new TunnelLogs { Bgp = true, Activity = true } },
        }));
        Assert.Equal(["/aws/vendedlogs/vpn/shop-prod/activity"], plan.AwsSites[0].Links[0].LogGroups.Select(group => group.Name));
    }
}
