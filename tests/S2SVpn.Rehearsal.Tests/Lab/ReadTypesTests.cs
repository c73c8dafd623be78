using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Of every resource type it is known that the lab reads it, or that no packet depends on it.</summary>
public sealed partial class ReadTypesTests
{
    // Names, who is told and who may log in: what the lab does without.
    private static readonly string[] WithoutPackets =
    [
        "aws_ec2_tag", "aws_ec2_instance_connect_endpoint", "aws_key_pair",
        "aws_cloudwatch_dashboard", "aws_cloudwatch_log_group", "aws_cloudwatch_metric_alarm", "aws_sns_topic",
        "aws_sns_topic_subscription", "azurerm_resource_group", "azurerm_management_lock",
        "azurerm_log_analytics_workspace",
        "azurerm_monitor_action_group", "azurerm_monitor_diagnostic_setting", "azurerm_monitor_metric_alert",
        "tls_private_key",
    ];

    [Theory]
    [MemberData(nameof(RefusalCoverageTests.Types), MemberType = typeof(RefusalCoverageTests))]
    public void EveryType_IsReadOrMovesNoPacket(string type) => Assert.True(
        Read.Contains(type) || WithoutPackets.Contains(type),
        $"Does a packet depend on {type}? Then read it in src/S2SVpn.Rehearsal/Lab/Layout; otherwise write it into {nameof(WithoutPackets)}.");

    [Fact]
    public void WithoutPackets_Types_AreReadNowhere() => Assert.Empty(WithoutPackets.Intersect(Read));

    private static HashSet<string> Read { get; } =
    [
        .. Directory.GetFiles(Repository.File("src", "S2SVpn.Rehearsal", "Lab"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TypeName().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex(@"""((?:aws|azurerm|random|tls)_[a-z0-9_]+)""")]
    private static partial Regex TypeName();
}
