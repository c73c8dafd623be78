using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>The table of typical times and interruptions.</summary>
public sealed class ImpactTableTests
{
    private static readonly Dictionary<string, BlockSchema> Schemas = SchemaReader.ReadEmbedded().Values
        .SelectMany(provider => provider.Resources).ToDictionary(type => type.Key, type => type.Value.Block);

    // A change of these is done in a moment, and none of them ends a tunnel.
    private static readonly string[] Moments =
    [
        "aws_internet_gateway", "aws_route", "aws_route_table", "aws_route_table_association", "aws_subnet", "aws_vpc",
        "aws_vpc_ipv4_cidr_block_association", "aws_security_group", "aws_vpc_security_group_egress_rule",
        "aws_vpc_security_group_ingress_rule", "aws_customer_gateway", "aws_ec2_tag", "aws_ec2_transit_gateway_route",
        "aws_ec2_transit_gateway_route_table_association", "aws_ec2_transit_gateway_route_table_propagation",
        "aws_vpn_connection_route", "aws_vpn_gateway_route_propagation", "aws_ec2_instance_connect_endpoint",
        "aws_eip", "aws_key_pair", "aws_iam_instance_profile", "aws_iam_role", "aws_iam_role_policy",
        "aws_iam_role_policy_attachment", "aws_network_interface", "aws_cloudwatch_dashboard",
        "aws_cloudwatch_log_group", "aws_cloudwatch_metric_alarm", "aws_sns_topic", "aws_sns_topic_subscription",
        "azurerm_public_ip", "azurerm_route", "azurerm_route_table", "azurerm_subnet",
        "azurerm_subnet_route_table_association", "azurerm_virtual_network", "azurerm_virtual_network_peering",
        "azurerm_network_security_group", "azurerm_network_security_rule",
        "azurerm_subnet_network_security_group_association", "azurerm_management_lock",
        "azurerm_virtual_network_gateway_nat_rule", "azurerm_network_interface",
        "azurerm_network_interface_security_group_association", "azurerm_key_vault", "azurerm_role_assignment",
        "azurerm_user_assigned_identity", "azurerm_log_analytics_workspace", "azurerm_monitor_action_group",
        "azurerm_monitor_diagnostic_setting", "azurerm_monitor_metric_alert", "aws_secretsmanager_secret",
        "aws_secretsmanager_secret_version",
        "random_password", "tls_private_key",
    ];

    [Theory]
    [MemberData(nameof(RefusalCoverageTests.Types), MemberType = typeof(RefusalCoverageTests))]
    public void EveryType_HasALineOrTakesAMoment(string type) => Assert.True(
        ImpactTable.All.Any(impact => impact.Type == type) != Moments.Contains(type),
        $"How long does a change of {type} take, and what does it interrupt? Write a line in ImpactTable.cs, or the type into {nameof(Moments)}.");

    [Fact]
    public void All_Lines_NameATypeAndASource() => Assert.All(ImpactTable.All, impact =>
    {
        Assert.True(Schemas.ContainsKey(impact.Type), impact.Type);
        Assert.True(impact.Source.Length > 10, impact.Type);
        Assert.True(impact.Minutes >= (impact.DownMinutes ?? 0), impact.Type);
    });

    // A line of which no attribute is spelt as the provider spells it would never count.
    [Fact]
    public void All_LinesOfAttributes_MatchSomeOfTheProvider() => Assert.All(ImpactTable.All.Where(impact => impact.Attributes is not null), impact =>
        Assert.Contains(Schemas[impact.Type].Attributes.Keys.Concat(Schemas[impact.Type].Blocks.Keys), name => Regex.IsMatch(name, impact.Attributes!)));

    [Fact]
    public void PhasesOf_BothTunnels_TakesOneAfterTheOther()
    {
        var operation = Update("aws_vpn_connection", "tunnel2_preshared_key", "tunnel1_preshared_key", "tunnel1_dpd_timeout_seconds", "tags");

        Assert.Equal([1, 2], ImpactTable.PhasesOf(operation).Select(phase => phase.Tunnel));
        Assert.Equal(8, ImpactTable.MinutesOf(operation));
    }

    [Fact]
    public void All_Estimates_SayThatTheyAreInTheReport()
    {
        var estimates = 0;
        Assert.All(ImpactTable.All, impact =>
        {
            var (operation, report) = Report(impact);
            Assert.Contains(impact.Source, operation.Sources);
            Assert.Contains($"\"isEstimate\": {(impact.IsEstimate ? "true" : "false")}", ChangeText.Write(report, "json"));
            estimates += impact.IsEstimate ? 1 : 0;
            // The text has a line for those of a minute and more.
            if (impact.Minutes >= 1)
            {
                Assert.Equal(impact.IsEstimate, ChangeText.Write(report, "text").Contains($" {impact.Type} one (estimate)", StringComparison.Ordinal));
            }
        });
        Assert.Equal(ImpactTable.All.Count(impact => Regex.IsMatch(impact.Source, "estimate|not documented")), estimates);
    }

    [Theory]
    [InlineData("aws_vpn_connection", "outside_ip_address_type")]
    [InlineData("azurerm_virtual_network_gateway", "custom_route")]
    [InlineData("azurerm_virtual_network_gateway_connection", "routing_weight")]
    public void PhasesOf_WhatNoLineHas_InterruptsAllUndocumented(string type, string attribute)
    {
        var phase = Assert.Single(ImpactTable.PhasesOf(Update(type, attribute, "tags")));

        Assert.Equal(DownTunnels.All, phase.Impact.Down);
        Assert.StartsWith("not documented", phase.Impact.Source);
    }

    [Fact]
    public void PhasesOf_AnotherBandwidth_TakesTheConnectionDown() =>
        Assert.Equal(DownTunnels.All, Assert.Single(ImpactTable.PhasesOf(Update("aws_vpn_connection", "tunnel_bandwidth"))).Impact.Down);

    [Fact]
    public void PhasesOf_AttributesWithAndWithoutALine_HasBoth() => Assert.Equal(
        [DownTunnels.InTurn, DownTunnels.All],
        ImpactTable.PhasesOf(Update("azurerm_virtual_network_gateway", "sku", "custom_route", "tags")).Select(phase => phase.Impact.Down));

    [Theory]
    [InlineData("aws_vpn_connection", "timeouts")]
    [InlineData("aws_vpn_connection", "tags_all")]
    [InlineData("azurerm_virtual_network_gateway", "tags")]
    [InlineData("azurerm_virtual_network_gateway", "bgp_settings")]
    [InlineData("azurerm_virtual_network_gateway_connection", "tags")]
    [InlineData("azurerm_local_network_gateway", "address_space")]
    public void PhasesOf_WhatNoTunnelNotices_InterruptsNothing(string type, string attribute) =>
        Assert.DoesNotContain(ImpactTable.PhasesOf(Update(type, attribute)), phase => phase.Impact.Down != DownTunnels.None);

    // A forecast of nothing but that.
    private static (PlannedOperation Operation, ChangeReport Report) Report(Impact impact)
    {
        var schema = Schemas[impact.Type];
        var attribute = impact.Attributes is null
            ? ImpactTable.All.Where(other => (other.Type, other.Operation) == (impact.Type, impact.Operation) && other.Attributes is not null)
                .Aggregate(schema.Attributes.Keys.Concat(schema.Blocks.Keys), (names, other) => names.Where(name => !Regex.IsMatch(name, other.Attributes!))).First()
            : schema.Attributes.Keys.Concat(schema.Blocks.Keys).First(name => Regex.IsMatch(name, impact.Attributes));
        var operation = new PlannedOperation(Update(impact.Type, attribute).Change, impact.Operation);
        operation.End = ImpactTable.MinutesOf(operation);
        return (operation, new ChangeReport
        {
            Forecast = new ChangeForecast { Changes = [operation.Change], Operations = [operation], Tunnels = [], Links = [], Added = [], Removed = [], Minutes = operation.End },
        });
    }

    private static PlannedOperation Update(string type, params string[] attributes) => new(
        new PlannedChange
        {
            Stack = 0,
            Address = $"{type}.one",
            Type = type,
            Name = "one",
            Action = PlannedAction.Update,
            Values = [.. attributes.Select(name => new ChangedValue(name, "before", "after", IsKnown: true, Replaces: false))],
        },
        OperationKind.Update);
}
