using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What a lab can't be made from is said in a sentence, with the resource and its argument.</summary>
public sealed class UnreadableTests
{
    private static readonly JsonNode HostBits = "10.2.0.5/24";

    [Theory]
    [InlineData("aws_subnet", "", "cidr_block")]
    [InlineData("aws_vpc", "", "cidr_block")]
    [InlineData("aws_vpc_security_group_ingress_rule", "in-tcp-443", "cidr_ipv4")]
    [InlineData("aws_vpn_connection", "connection-1", "tunnel1_inside_cidr")]
    [InlineData("aws_vpn_connection", "connection-1", "tunnel1_address")]
    [InlineData("aws_vpn_connection", "connection-1", "local_ipv4_network_cidr")]
    [InlineData("aws_customer_gateway", "azure-0", "ip_address")]
    [InlineData("azurerm_local_network_gateway", "connection-1-1", "gateway_address")]
    public async Task From_AValueThatIsNone_NamesResourceAndArgument(string type, string part, string argument) =>
        await SaysAsync((await LabBench.StateAsync()).Set(type, part, argument, HostBits.DeepClone()), $"{type}.", $"no readable {argument} ", "'10.2.0.5/24'");

    [Fact]
    public async Task From_AValueOfABlockOrList_NamesResourceAndArgument()
    {
        await SaysAsync((await LabBench.StateAsync()).Set("azurerm_local_network_gateway", "connection-1-1", "bgp_settings", "bgp_peering_address", "x"), "azurerm_local_network_gateway.", "(bgp_settings) has no readable bgp_peering_address", "'x'");
        await SaysAsync((await LabBench.StateAsync()).Set("azurerm_virtual_network", "", "address_space", new JsonArray("10.1.0.5/16")), "azurerm_virtual_network.", "no readable address_space", "'10.1.0.5/16'");
    }

    [Fact]
    public async Task From_ASubnetThatIsGone_NamesWhatIsInIt() =>
        await SaysAsync((await LabBench.StateAsync()).Remove("azurerm_subnet", "subnet-app"), "azurerm_subnet_network_security_group_association.", "isn't in Terraform's state (azurerm_subnet)");

    [Fact]
    public async Task From_AConnectionOnAPrivateAddress_SaysThatAwsDoesNotReachIt() =>
        await SaysAsync((await LabBench.StateAsync()).Set("azurerm_virtual_network_gateway_connection", "connection-1-1", "local_azure_ip_address_enabled", true), "azurerm_virtual_network_gateway_connection.", "local_azure_ip_address_enabled");

    [Fact]
    public async Task From_AnotherGatewayThanTheConnectionsNeed_SaysWhich()
    {
        await SaysAsync((await LabBench.StateAsync()).Set("azurerm_virtual_network_gateway", "", "type", "ExpressRoute"), "azurerm_virtual_network_gateway.", "is of the type ExpressRoute, which takes no VPN connections");
        var state = await LabBench.StateAsync();
        state["azurerm_virtual_network_gateway"]["bgp_settings"]![0]!["peering_addresses"]![1]!["ip_configuration_name"] = "third";
        await SaysAsync(state, "azurerm_virtual_network_gateway.", "peering_addresses for the IP configuration 'third' (bgp_settings), and none of that name");
    }

    // Both are legal in the clouds, so that it was applied all the same.
    [Fact]
    public async Task From_AConnectionWithoutWhatALabNeeds_SaysWhatItStandsFor()
    {
        await SaysAsync((await LabBench.StateAsync()).Set("aws_vpn_connection", "connection-1", "vpn_gateway_id", ""), "aws_vpn_connection.", "stands on no gateway (vpn_gateway_id, transit_gateway_id)");
        await SaysAsync((await LabBench.StateAsync()).Remove("aws_vpn_gateway", ""), "aws_vpn_connection.", "is neither in Terraform's state (aws_vpn_gateway) nor named by the request");
        await SaysAsync((await LabBench.StateAsync()).Set("azurerm_local_network_gateway", "connection-1-1", "gateway_address", "").Set("azurerm_local_network_gateway", "connection-1-1", "gateway_fqdn", "vpn.example.com"), "azurerm_local_network_gateway.", "vpn.example.com (gateway_fqdn), which no lab can resolve");
    }

    private static Task SaysAsync(StateEdits state, params string[] words)
    {
        var exception = Assert.Throws<LabException>(() => LabLayout.From(TerraformState.Read(state.ToString()), LabBench.Starter.SecurityGroups));

        Assert.All(words, word => Assert.Contains(word, exception.Message));
        return Task.CompletedTask;
    }
}
