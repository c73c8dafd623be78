using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>A fault is explained by what was changed, and not by what is right beside it.</summary>
public sealed class TrueCauseTests
{
    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["a route of AWS's own for half a subnet"] = new(
            state => state.Add("aws_route", "half", new JsonObject { ["id"] = "r-1", ["route_table_id"] = state["aws_route_table"]["id"]!.DeepClone(), ["destination_cidr_block"] = "10.1.0.128/25", ["gateway_id"] = "igw-1" }),
            "access", "aws_route.half sends 10.1.0.128/25 from subnet 'shop-dev-app' to igw-1 instead of the gateway.", "aws_route.half", "no reply, although both filters allow it"),
        ["a route of Azure's own for the middle of a subnet"] = new(
            state => Led(state, "10.2.0.64/26"),
            "access", "azurerm_route_table.own sends 10.2.0.64/26 from subnet 'app' to None instead of the gateway.", "azurerm_route_table.own", "no reply, although both filters allow it"),
        ["no association of the route table"] = new(
            state => state.Remove("aws_route_table_association"),
            "machines", "has no route table of its own (aws_route_table_association), so that the main table of its VPC counts", "aws_subnet.", "neither"),
        ["a second network of the VPC"] = new(
            state => state.Add("aws_vpc_ipv4_cidr_block_association", "second", new JsonObject { ["id"] = "a-1", ["vpc_id"] = state["aws_vpc"]["id"]!.DeepClone(), ["cidr_block"] = "10.1.0.0/16" }),
            "routes", "aws_vpc_ipv4_cidr_block_association.second has 10.1.0.0/16 on this side: AWS ignores what Azure announces of a network that it has itself.", "aws_vpc_ipv4_cidr_block_association.second", "none"),
        ["selectors of AWS that are swapped"] = new(
            state => state.Set("aws_vpn_connection", "connection-1", "local_ipv4_network_cidr", "10.2.0.0/16").Set("aws_vpn_connection", "connection-1", "remote_ipv4_network_cidr", "10.1.0.0/16"),
            "tunnels", "The traffic selectors of AWS are swapped", "aws_vpn_connection.", "no child SA"),
        ["selectors of AWS that are narrower"] = new(
            state => state.Set("aws_vpn_connection", "connection-1", "local_ipv4_network_cidr", "10.1.1.0/25"),
            "tunnels", "The traffic selectors of the two ends differ: the tunnel would carry only what both have", "aws_vpn_connection.", ""),
        ["a peer that counts more"] = new(
            state => state.Set("azurerm_local_network_gateway", "connection-2-1", "bgp_settings", "peer_weight", 100),
            "routes", "counts more than", "azurerm_local_network_gateway.", "but nothing from Azure"),
        ["a connection that counts more"] = new(
            state => state.Set("azurerm_virtual_network_gateway_connection", "connection-1-2", "routing_weight", 20),
            "routes", "(routing_weight is 20, and here ", "azurerm_virtual_network_gateway_connection.", "but nothing from Azure"),
        ["a security group for pings alone"] = new(
            state => state.Set("aws_vpc_security_group_ingress_rule", "in-icmp", "from_port", 8),
            "filters", "allows echo requests alone (type 8)", "aws_vpc_security_group_ingress_rule.", "of icmp, only echo requests (access 1)"),
        ["a security group for what answers pings"] = new(
            state => state.Set("aws_vpc_security_group_ingress_rule", "in-icmp", "from_port", 0),
            "filters", "no rule of aws_security_group.", "aws_", "icmp is blocked (access 1)"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearsal_OfAFault_NamesWhatWasChanged(string name)
    {
        var fault = Faults[name];
        var state = await LabBench.StateAsync();
        fault.Put(state);
        var report = await LabBench.RunAsync(state);
        var failed = report.Checks.Where(check => check.Group == fault.Group && !check.Passed).ToList();

        Assert.True(failed.Count > 0, $"Nothing of '{fault.Group}' failed:\n{LabBench.Failures(report)}");
        Assert.All(failed, check => Assert.Contains(fault.Cause, check.Explanation!.Cause));
        Assert.All(failed, check => Assert.StartsWith(fault.Resource, check.Explanation!.Resources[0]));
        Assert.All(failed, check => Assert.Contains(fault.Seen, check.Seen));
    }

    private static void Led(StateEdits state, string network) => state
        .Add("azurerm_route_table", "own", new JsonObject
        {
            ["id"] = "/rt",
            ["name"] = "own",
            ["bgp_route_propagation_enabled"] = true,
            ["route"] = new JsonArray(new JsonObject { ["name"] = "part", ["address_prefix"] = network, ["next_hop_type"] = "None", ["next_hop_in_ip_address"] = "" }),
        })
        .Add("azurerm_subnet_route_table_association", "own", new JsonObject { ["id"] = "/a", ["subnet_id"] = state["azurerm_subnet", "subnet-app"]["id"]!.DeepClone(), ["route_table_id"] = "/rt" });

    private sealed record Fault(Action<StateEdits> Put, string Group, string Cause, string Resource, string Seen);
}
