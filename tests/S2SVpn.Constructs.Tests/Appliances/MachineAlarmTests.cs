using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>The alarms of machines and of what they say of their tunnels.</summary>
public sealed class MachineAlarmTests
{
    private const string Recipients = "monitoring: { notify: [noc@example.com] }";

    private static readonly string[] Machines = ["strongswan-pair-test-gateway-aws-0", "strongswan-pair-test-gateway-aws-1"];

    [Fact]
    public void Alarms_OfAPair_WatchEachTunnelByTheMetricThatItsMachineSends()
    {
        var alarms = Synthesize("strongswan-pair").OfType("aws_cloudwatch_metric_alarm").Where(alarm => alarm.Text("namespace") == "S2SVpn").ToList();

        Assert.Equal(
            ["tunnel-1-1-down strongswan-pair-test-gateway-aws-0 s2s0", "tunnel-1-2-down strongswan-pair-test-gateway-aws-1 s2s64", "tunnel-2-1-down strongswan-pair-test-gateway-aws-0 s2s1", "tunnel-2-2-down strongswan-pair-test-gateway-aws-1 s2s65"],
            alarms.Select(alarm => $"{alarm.Text("alarm_name")!["strongswan-pair-test-".Length..]} {(string?)alarm["dimensions"]!["Machine"]} {(string?)alarm["dimensions"]!["Tunnel"]}").Order());
        Assert.All(alarms, alarm => Assert.Equal(("TunnelState", "Maximum", "LessThanThreshold", "breaching"), (alarm.Text("metric_name"), alarm.Text("statistic"), alarm.Text("comparison_operator"), alarm.Text("treat_missing_data"))));
    }

    [Fact]
    public void Alarms_OfMachines_HaveAwsMoveAndRestartThem()
    {
        var configuration = Synthesize("strongswan-pair");

        var alarms = configuration.OfType("aws_cloudwatch_metric_alarm").Where(alarm => alarm.Text("namespace") == "AWS/EC2").ToList();
        Assert.Equal(
            Machines.SelectMany(machine => new[] { $"{machine}-down StatusCheckFailed_Instance reboot", $"{machine}-host-failed StatusCheckFailed_System recover" }),
            alarms.Select(alarm => $"{alarm.Text("alarm_name")} {alarm.Text("metric_name")} {((string)alarm["alarm_actions"]![0]!).Split(':')[^1]}").Order());
        Assert.All(alarms, alarm => Assert.StartsWith("arn:aws:automate:eu-central-1:ec2:", (string)alarm["alarm_actions"]![0]!, StringComparison.Ordinal));
        Assert.Equal(2, alarms.Select(alarm => configuration.Resolve(alarm["dimensions"]!["InstanceId"]).Resource.Name).Distinct().Count());
    }

    [Fact]
    public void Role_OfAMachineWithAlarms_MayWriteToOneNamespaceAlone()
    {
        var policies = Synthesize("strongswan-pair").OfType("aws_iam_role_policy").Where(policy => policy.Text("name") == "metrics").ToList();

        Assert.Equal(2, policies.Count);
        Assert.All(policies, policy => Assert.Contains("""
            "Action":"cloudwatch:PutMetricData","Resource":"*","Condition":{"StringEquals":{"cloudwatch:namespace":"S2SVpn"}
            """.Trim(), policy.Text("policy"), StringComparison.Ordinal));
    }

    [Fact]
    public void Machine_WithoutRecipients_SendsNothing()
    {
        var text = Synthesis.Synthesize(File.ReadAllText(Repository.File("examples", "strongswan-pair.yaml")));

        Assert.DoesNotContain("s2s-metric", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PutMetricData", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_OfWireguard_WatchTheMachineInAzure()
    {
        var configuration = Synthesize("wireguard");

        var alert = Assert.Single(configuration.OfType("azurerm_monitor_metric_alert"));
        Assert.Equal("VmAvailabilityMetric", (string?)alert["criteria"]![0]!["metric_name"]);
        Assert.Equal("azurerm_linux_virtual_machine", configuration.Resolve(alert["scopes"]![0]).Resource.Type);
    }

    private static Configuration Synthesize(string example) => new(Synthesis.Synthesize($"{File.ReadAllText(Repository.File("examples", $"{example}.yaml"))}\n{Recipients}\n"));
}
