using System.Text.Json.Nodes;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What a state says of the ways of a machine's network: its filters, its route tables, and the VNets beside it.</summary>
public sealed class LayoutWayTests
{
    [Fact]
    public async Task From_AFilterOfAzure_LetsHealthProbesInBeforeItDeniesTheHost()
    {
        var filter = Read(await LabBench.StateAsync()).Machines.Single(machine => machine.Cloud == Cloud.Azure).Filter!;
        var host = Ipv4.Parse("168.63.129.16");

        Assert.Equal(["health-probes-in", "nothing-else-in", "AllowVnetInBound", "AllowAzureLoadBalancerInBound"], filter.Inbound.Where(line => line.Peers.Any(network => network.Contains(host))).Select(line => line.Name));
        Assert.DoesNotContain(filter.Outbound, line => line.Name == "nothing-else-out" && line.Peers.Any(network => network.Contains(host)));
    }

    [Theory]
    [InlineData("443", false)]
    [InlineData("49152-65535", false)]
    [InlineData("1024-65535", true)]
    [InlineData("32768-60999", true)]
    public async Task From_ARuleOfSourcePorts_IsAboutClientsWhereItHasAllOfTheirPorts(string ports, bool counts)
    {
        var state = (await LabBench.StateAsync()).Set("azurerm_network_security_rule", "access-1-tcp-out", "source_port_range", ports);
        var filter = Read(state).Machines.Single(machine => machine.Cloud == Cloud.Azure).Filter!;

        Assert.Equal(counts, filter.Outbound.Any(line => line.Name == "access-1-tcp-out"));
        Assert.Equal(!counts, filter.OutboundBySourcePort.Any(line => line.Name == "access-1-tcp-out"));
    }

    [Fact]
    public async Task From_AFilterThatLostItsAssociation_NamesTheSubnetAndTheFilter()
    {
        var state = (await LabBench.StateAsync()).Remove("azurerm_subnet_network_security_group_association");
        var machine = Read(state).Machines.Single(machine => machine.Cloud == Cloud.Azure);

        Assert.Null(machine.Filter);
        Assert.Collection(machine.UnfilteredResources, subnet => Assert.StartsWith("azurerm_subnet.", subnet), group => Assert.StartsWith("azurerm_network_security_group.", group));
    }

    // A peering of one VNet alone carries nothing.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_APeeredVnet_LeadsThereWhereBothArePeered(bool back)
    {
        var state = LabWeaknesses.Peered(await LabBench.StateAsync(), "10.2.0.0/25", back);

        Assert.Equal(back ? ["10.2.0.0/25"] : [], Read(state).Machines.Single(machine => machine.Cloud == Cloud.Azure).Elsewhere.Select(route => $"{route.Network}"));
    }

    // The speaker's own address is what Azure puts there itself.
    [Theory]
    [InlineData("169.254.21.1/32", false)]
    [InlineData("10.2.0.0/24", true)]
    public async Task From_AnAddressSpaceBesideBgp_IsARouteUnlessItIsTheSpeaker(string network, bool counts)
    {
        var state = (await LabBench.StateAsync()).Set("azurerm_local_network_gateway", "connection-1-1", "address_space", new JsonArray(network));

        Assert.Equal(counts ? [network] : [], Read(state).Ends.SelectMany(end => end.BesideBgp).Select(each => $"{each}"));
    }

    [Fact]
    public async Task From_ARouteOfTheGatewaysSubnet_NamesTheTableAndWhatPutsItThere()
    {
        var state = await LabBench.StateAsync();
        LabFaults.All.Single(fault => fault.Name == "a route of the gateway's own subnet to nowhere").Put(state);
        var way = Read(state).Gateways.SelectMany(gateway => gateway.BlockedPaths).First();

        Assert.Equal(["azurerm_route_table.gateway", "azurerm_subnet_route_table_association.gateway"], way.Resources.Take(2));
        Assert.Contains(way.Resources, address => address.Contains("GatewaySubnet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_ARouteTableWithoutPropagation_LeadsWhereItsRoutesLead()
    {
        var state = (await LabBench.StateAsync()).Remove("aws_vpn_gateway_route_propagation");
        state.Add("aws_route", "azure", new JsonObject
        {
            ["route_table_id"] = state["aws_route_table"]["id"]!.DeepClone(),
            ["gateway_id"] = state["aws_vpn_gateway"]["id"]!.DeepClone(),
            ["destination_cidr_block"] = "10.1.0.0/16",
        });
        var machine = Read(state).Machines.Single(machine => machine.Cloud == Cloud.Aws);

        Assert.Equal(["10.1.0.0/16"], machine.Routes!.Select(route => route.ToString()));
    }

    private static LabLayout Read(StateEdits state) => LayoutTests.Read(state);
}
