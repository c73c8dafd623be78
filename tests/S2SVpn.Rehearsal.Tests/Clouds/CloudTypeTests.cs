using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What the clouds make of single resources.</summary>
public sealed class CloudTypeTests : IDisposable
{
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
}
