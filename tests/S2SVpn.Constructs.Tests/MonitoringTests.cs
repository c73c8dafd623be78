using System.Text.Json.Nodes;

namespace S2SVpn.Constructs.Tests;

/// <summary>Alarms, logs and the dashboard: none, new ones, and those that go to what exists.</summary>
public sealed class MonitoringTests
{
    private const string Sites = """
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        """;

    private const string Full = """
        monitoring:
          notify: [noc@example.com, ops@example.com]
          alarms: { tunnelDown: 3m, allDown: 2m, connectionDown: 15m }
          logs: { activity: true, bgp: true, retentionDays: 14, format: text }
          diagnostics: { enabled: true, retentionDays: 60 }
          dashboard: true
        """;

    [Fact]
    public void Monitoring_NobodyToTell_MakesNothingAndTurnsLogsOff()
    {
        var configuration = Synthesize("");

        Assert.DoesNotContain(configuration.Resources, resource => resource.Type.Contains("monitor", StringComparison.Ordinal)
            || resource.Type.Contains("cloudwatch", StringComparison.Ordinal) || resource.Type.Contains("sns", StringComparison.Ordinal));
        Assert.All(LogOptions(configuration), options => Assert.Equal("""{"log_enabled":false}""", options.ToJsonString()));
    }

    [Fact]
    public void TunnelAlarms_AreOneATunnelOnItsOwnOutsideAddress()
    {
        var configuration = Synthesize(Full);

        var alarms = configuration.OfType("aws_cloudwatch_metric_alarm").Where(alarm => alarm["metric_name"] is not null).ToList();
        Assert.Equal(["shop-tunnel-1-1-down", "shop-tunnel-1-2-down", "shop-tunnel-2-1-down", "shop-tunnel-2-2-down"], alarms.Select(alarm => alarm.Text("alarm_name")).Order());
        Assert.All(alarms, alarm =>
        {
            Assert.Equal(("AWS/VPN", "TunnelState", "Maximum", "LessThanThreshold"), (alarm.Text("namespace"), alarm.Text("metric_name"), alarm.Text("statistic"), alarm.Text("comparison_operator")));
            Assert.Equal((1, 60, 3, "breaching"), ((int)alarm["threshold"]!, (int)alarm["period"]!, (int)alarm["evaluation_periods"]!, alarm.Text("treat_missing_data")));
            var (connection, _) = configuration.Resolve(alarm["dimensions"]!["VpnId"]);
            var (same, address) = configuration.Resolve(alarm["dimensions"]!["TunnelIpAddress"]);
            Assert.Equal(connection, same);
            // shop-tunnel-2-1-down is about tunnel 1 of the connection shop-vpn-2.
            Assert.Equal(alarm.Text("alarm_name"), $"shop-tunnel-{((string)connection["tags"]!["Name"]!)[^1]}-{address["tunnel".Length]}-down");
        });
    }

    [Fact]
    public void AllDownAlarm_LooksAtTheBestOfBothConnections()
    {
        var configuration = Synthesize(Full);

        var alarm = Assert.Single(configuration.OfType("aws_cloudwatch_metric_alarm"), alarm => alarm.Text("alarm_name") == "shop-all-down");
        var queries = alarm["metric_query"]!.AsArray().ToDictionary(query => (string)query!["id"]!, query => query!);
        Assert.Equal("MAX([FILL(m1, 0), FILL(m2, 0)])", (string?)queries["best"]["expression"]);
        Assert.Equal("best", Assert.Single(queries, query => query.Value["return_data"] is not null).Key);
        Assert.Equal(2, new[] { "m1", "m2" }.Select(id => configuration.Resolve(queries[id]["metric"]!["dimensions"]!["VpnId"]).Resource).Distinct().Count());
        Assert.Equal((1, 2, "breaching"), ((int)alarm["threshold"]!, (int)alarm["evaluation_periods"]!, alarm.Text("treat_missing_data")));
    }

    [Fact]
    public void AwsAlarms_TellTheNewTopicWhenTheyComeAndWhenTheyGo()
    {
        var configuration = Synthesize(Full);

        var topic = Assert.Single(configuration.OfType("aws_sns_topic"));
        Assert.All(configuration.OfType("aws_cloudwatch_metric_alarm"), alarm => Assert.All(
            new[] { "alarm_actions", "ok_actions" }, kind => Assert.Equal(topic, configuration.Resolve(Assert.Single(alarm[kind]!.AsArray())).Resource)));
        Assert.Equal(["noc@example.com", "ops@example.com"], configuration.OfType("aws_sns_topic_subscription").Select(subscription => subscription.Text("endpoint")).Order());
    }

    [Fact]
    public void Topic_WithAKey_IsEncryptedWithIt()
    {
        const string Key = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        var encrypted = Synthesize($"monitoring: {{ notify: [noc@example.com], topicKey: '{Key}' }}");
        var plain = Synthesize("monitoring: { notify: [noc@example.com] }");

        Assert.Equal(Key, Assert.Single(encrypted.OfType("aws_sns_topic")).Text("kms_master_key_id"));
        Assert.Null(Assert.Single(plain.OfType("aws_sns_topic"))["kms_master_key_id"]);
    }

    [Fact]
    public void AzureAlerts_LookAtEachPeerOverBothInstances()
    {
        var configuration = Synthesize(Full);

        var alerts = configuration.OfType("azurerm_monitor_metric_alert");
        Assert.Equal(
            configuration.OfType("azurerm_local_network_gateway").Select(peer => (string?)peer["bgp_settings"]!["bgp_peering_address"]).Order(),
            alerts.Select(alert => (string?)Criterion(alert)["dimension"]!.AsArray().Single()!["values"]!.AsArray().Single()).Order());
        Assert.All(alerts, alert =>
        {
            var criterion = Criterion(alert);
            Assert.Equal(
                ("Microsoft.Network/virtualNetworkGateways", "BgpPeerStatus", "Average", "LessThanOrEqual", 0, "BgpPeerAddress"),
                ((string)criterion["metric_namespace"]!, (string)criterion["metric_name"]!, (string)criterion["aggregation"]!,
                    (string)criterion["operator"]!, (int)criterion["threshold"]!, (string)criterion["dimension"]!.AsArray().Single()!["name"]!));
            Assert.Equal(("PT15M", "PT5M"), (alert.Text("window_size"), alert.Text("frequency")));
            Assert.Equal("azurerm_virtual_network_gateway", configuration.Resolve(Assert.Single(alert["scopes"]!.AsArray())).Resource.Type);
            Assert.Equal("azurerm_monitor_action_group", configuration.Resolve(alert["action"]!.AsArray().Single()!["action_group_id"]).Resource.Type);
        });
    }

    [Fact]
    public void Logs_OfTunnels_GoToOneGroupAKind()
    {
        var configuration = Synthesize(Full);

        Assert.Equal(
            [("/aws/vendedlogs/vpn/shop/activity", 14), ("/aws/vendedlogs/vpn/shop/bgp", 14)],
            configuration.OfType("aws_cloudwatch_log_group").Select(group => (group.Text("name"), (int)group["retention_in_days"]!)).Order());
        Assert.Equal(4, LogOptions(configuration).Count());
        Assert.All(LogOptions(configuration), options =>
        {
            Assert.Equal("/aws/vendedlogs/vpn/shop/activity", configuration.Resolve(options["log_group_arn"]).Resource.Text("name"));
            Assert.Equal("/aws/vendedlogs/vpn/shop/bgp", configuration.Resolve(options["bgp_log_group_arn"]).Resource.Text("name"));
            Assert.Equal(("text", "text"), ((string?)options["log_output_format"], (string?)options["bgp_log_output_format"]));
        });
    }

    [Fact]
    public void Logs_OfBgpAlone_LeaveTheOthersOff()
    {
        var configuration = Synthesize("monitoring: { logs: { bgp: true, kmsKey: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' } }");

        var group = Assert.Single(configuration.OfType("aws_cloudwatch_log_group"));
        Assert.Equal("arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab", group.Text("kms_key_id"));
        Assert.All(LogOptions(configuration), options => Assert.Equal((false, true), ((bool)options["log_enabled"]!, (bool)options["bgp_log_enabled"]!)));
    }

    [Fact]
    public void Diagnostics_HoldTheFourLogsOfTheGateway()
    {
        var configuration = Synthesize(Full);

        var setting = Assert.Single(configuration.OfType("azurerm_monitor_diagnostic_setting"));
        Assert.Equal(
            ["GatewayDiagnosticLog", "IKEDiagnosticLog", "RouteDiagnosticLog", "TunnelDiagnosticLog"],
            setting["enabled_log"]!.AsArray().Select(log => (string)log!["category"]!).Order());
        Assert.Equal("azurerm_virtual_network_gateway", configuration.Resolve(setting["target_resource_id"]).Resource.Type);
        Assert.Equal(60, (int)configuration.Resolve(setting["log_analytics_workspace_id"]).Resource["retention_in_days"]!);
    }

    [Fact]
    public void Existing_ReceiversAndWorkspace_AreUsedAndNotMade()
    {
        const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Insights/actionGroups/ops";
        const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/logs";
        const string Topic = "arn:aws:sns:eu-central-1:123456789012:network";
        var configuration = Synthesize($"monitoring: {{ snsTopic: '{Topic}', actionGroup: {Group}, diagnostics: {{ enabled: true, workspace: {Workspace} }} }}");

        Assert.DoesNotContain(configuration.Resources, resource => resource.Type is "aws_sns_topic" or "aws_sns_topic_subscription" or "azurerm_monitor_action_group" or "azurerm_log_analytics_workspace");
        Assert.All(configuration.OfType("aws_cloudwatch_metric_alarm"), alarm => Assert.Equal(Topic, (string?)Assert.Single(alarm["alarm_actions"]!.AsArray())));
        Assert.All(configuration.OfType("azurerm_monitor_metric_alert"), alert => Assert.Equal(Group, (string?)alert["action"]!.AsArray().Single()!["action_group_id"]));
        Assert.Equal(Workspace, Assert.Single(configuration.OfType("azurerm_monitor_diagnostic_setting")).Text("log_analytics_workspace_id"));
    }

    [Fact]
    public void Dashboard_ShowsStateAndBytesOfEveryTunnel()
    {
        var configuration = Synthesize(Full);

        var body = JsonNode.Parse(Assert.Single(configuration.OfType("aws_cloudwatch_dashboard")).Text("dashboard_body"))!;
        var widgets = body["widgets"]!.AsArray().Select(widget => widget!["properties"]!).ToList();
        Assert.Equal(["TunnelState", "TunnelDataIn", "TunnelDataOut"], widgets.Select(widget => (string?)widget["metrics"]![0]![1]));
        Assert.All(widgets, widget =>
        {
            Assert.Equal("eu-central-1", (string?)widget["region"]);
            var tunnels = widget["metrics"]!.AsArray().Select(metric => metric!.AsArray()).ToList();
            Assert.All(tunnels, metric => Assert.Equal(configuration.Resolve(metric[3]).Resource, configuration.Resolve(metric[5]).Resource));
            Assert.Equal(4, tunnels.Select(metric => (string?)metric[5]).Distinct().Count());
            Assert.Equal(["1.1", "1.2", "2.1", "2.2"], tunnels.Select(metric => (string?)metric[6]!["label"]));
        });
    }

    private static Configuration Synthesize(string monitoring) => new(Synthesis.Synthesize($"{Sites}\n{monitoring}\n"));

    private static JsonNode Criterion(Resource alert) => Assert.Single(alert["criteria"]!.AsArray())!;

    private static IEnumerable<JsonNode> LogOptions(Configuration configuration) => configuration.OfType("aws_vpn_connection")
        .SelectMany(vpn => new[] { vpn["tunnel1_log_options"]!, vpn["tunnel2_log_options"]! })
        .Select(options => options["cloudwatch_log_options"]!);
}
