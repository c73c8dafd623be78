using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What the clouds make of single resources.</summary>
public sealed class CloudTypeTests : IDisposable
{
    private const string Connection = """{"type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"vgw-1"}""";

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void CustomerGateway_EqualToAnother_IsThatOne()
    {
        const string Gateway = """{"type":"ipsec.1","bgp_asn":"65515","ip_address":"198.18.1.1","device_name":"one"}""";
        var first = _bench.Create("aws_customer_gateway", Gateway);
        var same = _bench.Create("aws_customer_gateway", Gateway);
        var other = _bench.Create("aws_customer_gateway", Gateway.Replace("65515", "65514", StringComparison.Ordinal));
        var named = _bench.Create("aws_customer_gateway", Gateway.Replace("one", "two", StringComparison.Ordinal));

        Assert.Equal(first["id"], same["id"]);
        Assert.Equal(3, new[] { first["id"], other["id"], named["id"] }.Distinct().Count());
    }

    [Fact]
    public void VpnConnection_WithNothingGiven_GetsWhatAwsWouldMake()
    {
        _bench.Store.Put(new CloudObject("aws_vpn_gateway", "vgw-1", EngineBench.Values("""{"amazon_side_asn":"64900"}""")));
        var made = _bench.Create("aws_vpn_connection", Connection);
        var next = _bench.Create("aws_vpn_connection", Connection);

        Assert.Equal("64900", made.Text("tunnel1_bgp_asn"));
        Assert.Equal(30, made.Number("tunnel2_bgp_holdtime"));
        Assert.Matches(@"^169\.254\.\d+\.\d+/30$", made.Text("tunnel1_inside_cidr"));
        Assert.NotEqual(made["tunnel1_inside_cidr"], made["tunnel2_inside_cidr"]);
        Assert.Null(_bench.Validate("aws_vpn_connection", $$"""{"type":"ipsec.1","tunnel1_preshared_key":"{{made.Text("tunnel1_preshared_key")}}"}"""));
        Assert.NotEqual(made["tunnel1_preshared_key"], made["tunnel2_preshared_key"]);
        Assert.Empty(Inside(made).Intersect(Inside(next)));
        Assert.Contains(made.Text("tunnel2_address")!, made.Text("customer_gateway_configuration"));
        Assert.True(made.IsFullyKnown);
    }

    [Fact]
    public void VpnConnection_WithDifferentKeys_HasEachTunnelWhereItWasAskedFor()
    {
        // Whichever of the two addresses is the lower one: enough connections see both.
        for (var slot = 0; slot < 8; slot++)
        {
            var made = _bench.Create("aws_vpn_connection", Keyed(slot, "first.key", "second.key"));

            Assert.Equal($"169.254.21.{(8 * slot) + 1}", made.Text("tunnel1_vgw_inside_address"));
            Assert.Equal($"169.254.22.{(8 * slot) + 2}", made.Text("tunnel2_cgw_inside_address"));
        }
    }

    [Fact]
    public void VpnConnection_WithEqualKeys_CanHaveItsTunnelsSwapped()
    {
        var inside = Enumerable.Range(0, 8)
            .Select(slot => _bench.Create("aws_vpn_connection", Keyed(slot, "equal.key", "equal.key")).Text("tunnel1_vgw_inside_address")![..11])
            .Distinct();

        Assert.Equal(["169.254.21.", "169.254.22."], inside.Order());
    }

    [Fact]
    public void VpnConnection_WithANewKey_KeepsItsAddresses()
    {
        var made = _bench.Create("aws_vpn_connection", Keyed(0, "first.key", "second.key"));
        var changed = _bench.Update("aws_vpn_connection", made, Keyed(0, "third.key", "second.key"));

        Assert.Equal("third.key", changed.Text("tunnel1_preshared_key"));
        Assert.Equal(made["tunnel1_address"], changed["tunnel1_address"]);
        Assert.Equal(made["id"], changed["id"]);
    }

    [Theory]
    [InlineData("tunnel1_inside_cidr", "\"169.254.21.16/30\"", true)]
    [InlineData("static_routes_only", "true", true)]
    [InlineData("tunnel1_preshared_key", "\"third.key\"", false)]
    [InlineData("customer_gateway_id", "\"cgw-2\"", false)]
    [InlineData("tunnel1_startup_action", "\"start\"", false)]
    public void VpnConnection_WithAChange_IsReplacedOrNot(string attribute, string value, bool replaced)
    {
        var made = _bench.Create("aws_vpn_connection", Keyed(0, "first.key", "second.key"));
        var changed = EngineBench.Values(Keyed(0, "first.key", "second.key")).MergedWith(EngineBench.Values($$"""{"{{attribute}}":{{value}}}"""));

        Assert.Equal(replaced ? [attribute] : [], _bench.Replaces("aws_vpn_connection", made, ValueJson.Write(changed)!.ToJsonString()));
    }

    [Fact]
    public void AzureIds_FollowFromNames()
    {
        AzureExamples.Gateway(_bench);

        Assert.Contains(_bench.Store.Objects, item => item.Id == AzureExamples.GatewaySubnet);
        Assert.Contains(_bench.Store.Objects, item => item.Id == $"{AzureExamples.Group}/providers/Microsoft.Network/publicIPAddresses/zonal-0");
        Assert.Contains(_bench.Store.Objects, item => item.Id == $"{AzureExamples.Group}/providers/Microsoft.Network/virtualNetworkGateways/gw");
    }

    [Theory]
    [InlineData("azurerm_route", """{"name":"r","resource_group_name":"rg","route_table_name":"t","address_prefix":"10.0.0.0/8","next_hop_type":"None"}""", "/routeTables/t/routes/r")]
    [InlineData("azurerm_network_security_rule", """{"name":"r","resource_group_name":"rg","network_security_group_name":"g","access":"Allow","direction":"Inbound","priority":100,"protocol":"*","source_port_range":"*","destination_port_range":"*","source_address_prefix":"*","destination_address_prefix":"*"}""", "/networkSecurityGroups/g/securityRules/r")]
    [InlineData("azurerm_subnet_route_table_association", """{"subnet_id":"/subscriptions/0/subnets/s","route_table_id":"/subscriptions/0/routeTables/t"}""", "/subscriptions/0/subnets/s")]
    [InlineData("aws_vpn_connection_route", """{"vpn_connection_id":"vpn-1","destination_cidr_block":"10.1.0.0/16"}""", "10.1.0.0/16:vpn-1")]
    [InlineData("aws_ec2_transit_gateway_route", """{"transit_gateway_route_table_id":"tgw-rtb-1","destination_cidr_block":"10.1.0.0/16"}""", "tgw-rtb-1_10.1.0.0/16")]
    [InlineData("azurerm_monitor_metric_alert", """{"name":"m","resource_group_name":"rg","scopes":[]}""", "/providers/Microsoft.Insights/metricAlerts/m")]
    [InlineData("azurerm_log_analytics_workspace", """{"name":"w","resource_group_name":"rg","location":"l"}""", "/providers/Microsoft.OperationalInsights/workspaces/w")]
    [InlineData("azurerm_monitor_diagnostic_setting", """{"name":"d","target_resource_id":"/subscriptions/0/gateways/g"}""", "/subscriptions/0/gateways/g|d")]
    [InlineData("azurerm_network_interface_security_group_association", """{"network_interface_id":"/subscriptions/0/n","network_security_group_id":"/subscriptions/0/g"}""", "/subscriptions/0/n|/subscriptions/0/g")]
    [InlineData("aws_ec2_tag", """{"resource_id":"vpn-1","key":"Name","value":"x"}""", "vpn-1,Name")]
    public void Ids_OfWhatBelongsToSomething_SayToWhat(string type, string json, string id) =>
        Assert.EndsWith(id, _bench.Create(type, json).Text("id"));

    [Fact]
    public void TransitGateway_GivesItsTableAndItsAsnToConnections()
    {
        var gateway = _bench.Create("aws_ec2_transit_gateway", """{"amazon_side_asn":64700}""");
        var connection = _bench.Create("aws_vpn_connection", $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","transit_gateway_id":"{{gateway.Text("id")}}"}""");

        Assert.StartsWith("tgw-rtb-0", gateway.Text("association_default_route_table_id"));
        Assert.Equal(gateway["association_default_route_table_id"], gateway["propagation_default_route_table_id"]);
        Assert.StartsWith("tgw-attach-0", connection.Text("transit_gateway_attachment_id"));
        Assert.Equal("64700", connection.Text("tunnel1_bgp_asn"));
    }

    [Fact]
    public void PublicIp_ThatIsDynamic_HasNoAddressYet() =>
        Assert.True(_bench.Create("azurerm_public_ip", AzureExamples.Address("late", "Basic").Replace("Static", "Dynamic", StringComparison.Ordinal))["ip_address"].IsNull);

    [Fact]
    public void Password_ThatIsTooShortForItsRules_IsRefused() =>
        Assert.Contains("no less than", Assert.Throws<CloudRefusedException>(() => _bench.Create("random_password", """{"length":3,"min_upper":2,"min_numeric":2}""")).Message);

    [Fact]
    public void Instance_WithNothingGiven_GetsTheNextFreeAddressOfItsSubnet()
    {
        var subnet = _bench.Create("aws_subnet", """{"vpc_id":"vpc-1","cidr_block":"10.2.1.0/24","availability_zone":"eu-central-1c"}""").Text("id");
        var made = Enumerable.Range(0, 2).Select(_ => _bench.Create("aws_instance", $$"""{"ami":"ami-1","subnet_id":"{{subnet}}"}""")).ToList();
        var address = _bench.Create("aws_eip", $$"""{"domain":"vpc","instance":"{{made[1].Text("id")}}"}""");

        Assert.Equal(["10.2.1.4", "10.2.1.5"], made.Select(instance => instance.Text("private_ip")));
        Assert.All(made, instance => Assert.Equal(("eu-central-1c", ""), (instance.Text("availability_zone"), instance.Text("public_ip"))));
        Assert.Equal("10.2.1.5", address.Text("private_ip"));
        Assert.Matches(@"^198\.1[89]\.", address.Text("public_ip"));
        Assert.Contains(":elastic-ip/eipalloc-0", address.Text("arn"));
    }

    [Fact]
    public void VirtualMachine_HasTheAddressesOfItsNetworkInterface()
    {
        AzureExamples.Addresses(_bench);
        var address = _bench.Store.OfType("azurerm_public_ip").Single(item => item.Id.EndsWith("plain-0", StringComparison.Ordinal));
        var card = _bench.Create("azurerm_network_interface", $$"""
            {
              "name":"card","resource_group_name":"rg","location":"westeurope",
              "ip_configuration":[{"name":"ip","subnet_id":"{{AzureExamples.GatewaySubnet}}","private_ip_address_allocation":"Dynamic","public_ip_address_id":"{{address.Id}}"}]
            }
            """);
        var machine = _bench.Create("azurerm_linux_virtual_machine", $$"""
            {
              "name":"vm","resource_group_name":"rg","location":"westeurope","size":"Standard_B2ats_v2","network_interface_ids":["{{card.Text("id")}}"],
              "os_disk":[{"caching":"ReadWrite","storage_account_type":"StandardSSD_LRS"}]
            }
            """);

        Assert.EndsWith("/providers/Microsoft.Compute/virtualMachines/vm", machine.Text("id"));
        Assert.Equal(("vm", "10.1.255.4"), (machine.Text("computer_name"), machine.Text("private_ip_address")));
        Assert.Equal(address.Values.Text("ip_address"), machine.Text("public_ip_address"));
    }

    [Theory]
    [InlineData("aws_sns_topic", """{"name":"t"}""", "arn:aws:sns:eu-central-1:000000000000:t")]
    [InlineData("aws_cloudwatch_log_group", """{"name":"/aws/vendedlogs/vpn"}""", "arn:aws:logs:eu-central-1:000000000000:log-group:/aws/vendedlogs/vpn")]
    [InlineData("aws_cloudwatch_metric_alarm", """{"alarm_name":"a","comparison_operator":"LessThanThreshold","evaluation_periods":1}""", "arn:aws:cloudwatch:eu-central-1:000000000000:alarm:a")]
    [InlineData("aws_key_pair", """{"key_name":"k","public_key":"ssh-rsa AAAA"}""", "arn:aws:ec2:eu-central-1:000000000000:key-pair/k")]
    public void Arns_OfWhatHasAName_SayIt(string type, string json, string arn) => Assert.Equal(arn, _bench.Create(type, json).Text("arn"));

    [Fact]
    public void Ids_OfTheSameConfiguration_AreTheSameInEveryRun()
    {
        using var other = new EngineBench();

        Assert.Equal(
            _bench.Create("aws_vpn_connection", Keyed(0, "first.key", "second.key"))["tunnel1_address"],
            other.Create("aws_vpn_connection", Keyed(0, "another.key", "second.key"))["tunnel1_address"]);
    }

    [Fact]
    public void EveryTypeOfTheManifest_CanBeMade()
    {
        var types = new[] { "aws", "azurerm", "random", "tls" }.SelectMany(cloud => _bench.Session(cloud).Cloud.Schema.Resources).ToArray();

        Assert.NotEmpty(types);
        Assert.All(types, type =>
        {
            var made = _bench.Create(type.Key, Least(type.Value.Block));
            Assert.True(made.IsFullyKnown, type.Key);
            Assert.False(made["id"].IsNull, type.Key);
            Assert.Equal(made, _bench.Read(type.Key, made));
        });
    }

    // A configuration with what is required and no more.
    private static string Least(BlockSchema schema) => ValueJson.Write(Required(schema))!.ToJsonString();

    private static Attributes Required(BlockSchema schema) => new(
    [
        .. schema.Attributes.Where(attribute => attribute.Value.Required).Select(attribute => KeyValuePair.Create(attribute.Key, Named(attribute.Key) is { } name ? name : Some(attribute.Value))),
        .. schema.Blocks.Where(block => block.Value.MinItems > 0).Select(block => KeyValuePair.Create(block.Key, (Value)new ListValue([Required(block.Value.Block)]))),
    ]);

    // What takes no word at all.
    private static string? Named(string attribute) => attribute switch
    {
        "algorithm" => "RSA",
        "policy" => """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ec2:DescribeVpcs", "Resource": "*" }] }""",
        "assume_role_policy" => """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }] }""",
        _ => null,
    };

    private static Value Some(AttributeSchema attribute) => attribute.Kind switch
    {
        "number" => 30,
        "bool" => true,
        "list" or "set" => ListValue.Empty,
        "map" => Attributes.Empty,
        _ => "some",
    };

    private static string Keyed(int slot, string first, string second) => $$"""
        {
          "type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"vgw-1",
          "tunnel1_inside_cidr":"169.254.21.{{8 * slot}}/30","tunnel1_preshared_key":"{{first}}",
          "tunnel2_inside_cidr":"169.254.22.{{8 * slot}}/30","tunnel2_preshared_key":"{{second}}"
        }
        """;

    private static IEnumerable<string?> Inside(Attributes connection) => [connection.Text("tunnel1_inside_cidr"), connection.Text("tunnel2_inside_cidr")];
}
