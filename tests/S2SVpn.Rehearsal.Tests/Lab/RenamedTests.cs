using System.Text.Json.Nodes;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What AWS's resources are called is nothing that a network rests on: they are found by addresses and ids.</summary>
public sealed class RenamedTests
{
    [Theory]
    [InlineData("another")]
    [InlineData(null)]
    public async Task Tunnels_OfConnectionsWithOtherNames_HaveTheirEnds(string? name)
    {
        var state = await LabBench.StateAsync();
        foreach (var connection in state.All("aws_vpn_connection"))
        {
            connection["tags"] = name is null ? null : new JsonObject { ["Name"] = name };
        }

        var tunnels = TunnelPair.Of(LabBench.Starter, Read(state));

        Assert.Equal(4, tunnels.Count(tunnel => tunnel.EndsMatch));
        Assert.All(tunnels, tunnel => Assert.Equal(tunnel.Tunnel.AwsAddress, $"{tunnel.Aws!.Inside}"));
    }

    [Fact]
    public async Task Tunnels_OfAnAzureConnectionWithAnotherName_HaveTheirEnds()
    {
        var state = (await LabBench.StateAsync()).Set("azurerm_virtual_network_gateway_connection", "connection-1-1", "name", "another");

        Assert.Equal([true, true, true, true], TunnelPair.Of(LabBench.Starter, Read(state)).Select(tunnel => tunnel.EndsMatch));
    }

    [Fact]
    public async Task Tunnels_OfAConnectionThatIsGone_HaveNoEndOfAnother()
    {
        var state = (await LabBench.StateAsync()).Remove("aws_vpn_connection", "connection-1");

        Assert.Equal([false, false, true, true], TunnelPair.Of(LabBench.Starter, Read(state)).Select(tunnel => tunnel.Aws is not null));
    }

    [Theory]
    [InlineData("aws_security_group", "name")]
    [InlineData("aws_subnet", "tags")]
    public async Task Machine_BehindSomethingWithAnotherName_HasItsFilter(string type, string attribute)
    {
        var state = await LabBench.StateAsync();
        state[type][attribute] = attribute == "tags" ? new JsonObject { ["Name"] = "another" } : "another";

        Assert.NotNull(Read(state).Machines.Single(machine => machine.Cloud == Cloud.Aws).Filter);
    }

    [Fact]
    public async Task Machine_InAVpcWithoutGroups_HasNoFilter()
    {
        var state = (await LabBench.StateAsync()).Remove("aws_security_group");

        Assert.Null(Read(state).Machines.Single(machine => machine.Cloud == Cloud.Aws).Filter);
    }

    private static LabLayout Read(StateEdits state) => LabLayout.From(TerraformState.Read(state.ToString()), LabBench.Starter.SecurityGroups);
}
