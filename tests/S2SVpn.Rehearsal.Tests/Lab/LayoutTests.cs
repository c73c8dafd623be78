using System.Text.Json.Nodes;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What a state says of each end, before anything of it runs.</summary>
public sealed class LayoutTests
{
    [Fact]
    public async Task From_TheStarter_HasFourTunnelsWhoseEndsMeet()
    {
        var layout = Read(await LabBench.StateAsync());

        Assert.Equal(["aws1", "azure1"], layout.Gateways.Select(gateway => gateway.Place));
        Assert.Equal(8, layout.Ends.Count);
        Assert.All(layout.Ends, end => Assert.Equal(end, layout.Partner(layout.Partner(end)!)));
        Assert.Equal(["10.2.0.10", "10.1.0.10"], layout.Machines.Select(machine => machine.Address.ToString()));
        Assert.All(layout.Machines, machine => Assert.NotNull(machine.Filter));
    }

    [Theory]
    [InlineData("azurerm_", Cloud.Aws)]
    [InlineData("aws_", Cloud.Azure)]
    public async Task From_AStateWithoutTheOtherCloud_LeavesEachEndAsItIs(string other, Cloud cloud)
    {
        var whole = Read(await LabBench.StateAsync());
        var half = Read((await LabBench.StateAsync()).RemoveAll(other));

        // Without AWS every instance of Azure's gateway tries every tunnel.
        var ends = whole.Ends.Where(end => end.Cloud == cloud).ToList();
        var alone = half.Ends.Where(end => ends.Exists(each => each.Address == end.Address && each.Number == end.Number)).ToList();
        Assert.Equal(ends.Select(Told), alone.Select(Told));
        Assert.Equal(whole.Machines.Where(machine => machine.Cloud == cloud).Select(machine => machine.Address), half.Machines.Select(machine => machine.Address));
    }

    [Fact]
    public async Task From_WhatTerraformShows_IsTheSameAsFromItsFile()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.ApplyAsync();
        var shown = (await bench.SucceedAsync("show", "-json")).Output;
        var file = File.ReadAllText(Path.Combine(bench.Folder, "terraform.shop-dev.tfstate"));

        Assert.Equal(
            LabLayout.From(TerraformState.Read(file), LabBench.Starter.SecurityGroups).Ends.Select(Told),
            LabLayout.From(TerraformState.Read(shown), LabBench.Starter.SecurityGroups).Ends.Select(Told));
    }

    [Fact]
    public async Task From_AMachineInTheState_TakesItsAddressAndItsFilter()
    {
        var state = await LabBench.StateAsync();
        state.Add("aws_instance", "probe", new JsonObject
        {
            ["id"] = "i-1",
            ["subnet_id"] = state["aws_subnet"]["id"]!.DeepClone(),
            ["private_ip"] = "10.2.0.77",
            ["vpc_security_group_ids"] = new JsonArray(),
        });
        var machine = Read(state).Machines.Single(machine => machine.Cloud == Cloud.Aws);

        Assert.Equal("10.2.0.77", machine.Address.ToString());
        // Without a group of its own AWS gives it the default group of its VPC.
        Assert.Empty(machine.Filter!.Inbound);
        Assert.Equal("aws_instance.probe", Assert.Single(machine.Filter.Outbound).Address);
    }

    [Theory]
    // The group that was made for the spoke's subnets filters them, whoever makes them; without it nothing is known of them.
    [InlineData("shop-dev-web-spoke-nsg", true)]
    [InlineData("another-nsg", false)]
    public async Task From_ASpokeWithoutSubnets_HasTheGroupThatWasMadeForIt(string made, bool filtered)
    {
        var design = LabBench.Designed(File.ReadAllText(Repository.File("s2svpn.yaml"))
            .Replace("network: 10.1.0.0/16", "network: { cidr: 10.1.0.0/16, spokes: [{ name: web, cidr: 10.8.0.0/16 }] }", StringComparison.Ordinal));
        var state = await LabBench.StateAsync();
        var hub = state["azurerm_virtual_network"];
        var group = hub["resource_group_name"]!.GetValue<string>();
        AddSpoke(state);
        state.Add("azurerm_network_security_group", "web", new JsonObject { ["id"] = "/nsg", ["name"] = made, ["resource_group_name"] = group });
        state.Add("azurerm_network_security_rule", "web", new JsonObject
        {
            ["id"] = "/rule",
            ["name"] = "nothing-else-out",
            ["resource_group_name"] = group,
            ["network_security_group_name"] = made,
            ["direction"] = "Outbound",
            ["access"] = "Deny",
            ["protocol"] = "*",
            ["priority"] = 4096,
            ["source_address_prefix"] = "*",
            ["destination_address_prefixes"] = new JsonArray("10.0.0.0/8"),
            ["destination_port_range"] = "*",
        });
        var machine = LabLayout.From(TerraformState.Read(state.ToString()), design.SecurityGroups).Machines.Single(machine => machine.Subnet == "shop-dev-web-spoke");

        Assert.Equal(("10.8.0.10", filtered), (machine.Address.ToString(), machine.IsOurs));
        Assert.Equal(filtered ? "nothing-else-out" : null, machine.Filter?.Outbound[0].Name);
    }

    [Theory]
    [InlineData("to-hub", "use_remote_gateways", "azurerm_virtual_network_peering.to-hub does not use the gateway (use_remote_gateways)")]
    [InlineData("from-hub", "allow_gateway_transit", "azurerm_virtual_network_peering.from-hub does not let it use the gateway (allow_gateway_transit)")]
    [InlineData("from-hub", null, "no peering leads from azurerm_virtual_network.")]
    public async Task From_ASpokeThatDoesNotUseTheGateway_SaysWhichPeering(string name, string? argument, string why)
    {
        const string type = "azurerm_virtual_network_peering";
        var state = await LabBench.StateAsync();
        AddSpoke(state);
        Assert.Empty(NotBehind(state));

        _ = argument is null ? state.Remove(type, name) : state.Set(type, name, argument, false);

        var spoke = Assert.Single(NotBehind(state));
        Assert.Equal("10.8.0.0/16", spoke.Network.ToString());
        Assert.StartsWith(why, spoke.Target, StringComparison.Ordinal);
    }

    private static IReadOnlyList<RouteElsewhere> NotBehind(StateEdits state) =>
        LabLayout.From(TerraformState.Read(state.ToString()), new Dictionary<string, IReadOnlyList<string>>()).Gateways.Single(gateway => gateway.Cloud == Cloud.Azure).NotBehind;

    private static void AddSpoke(StateEdits state)
    {
        var hub = state["azurerm_virtual_network"];
        var group = hub["resource_group_name"]!.GetValue<string>();
        state.Add("azurerm_virtual_network", "web", new JsonObject
        {
            ["id"] = "/web",
            ["name"] = "shop-dev-web-spoke",
            ["resource_group_name"] = group,
            ["address_space"] = new JsonArray("10.8.0.0/16"),
        });
        state.Add("azurerm_virtual_network_peering", "from-hub", new JsonObject
        {
            ["id"] = "/from-hub",
            ["resource_group_name"] = group,
            ["virtual_network_name"] = hub["name"]!.DeepClone(),
            ["remote_virtual_network_id"] = "/web",
            ["allow_gateway_transit"] = true,
        });
        state.Add("azurerm_virtual_network_peering", "to-hub", new JsonObject
        {
            ["id"] = "/to-hub",
            ["resource_group_name"] = group,
            ["virtual_network_name"] = "shop-dev-web-spoke",
            ["remote_virtual_network_id"] = hub["id"]!.DeepClone(),
            ["use_remote_gateways"] = true,
        });
    }

    [Fact]
    public async Task From_WhatExists_IsWhatTheRequestSaysOfIt()
    {
        var state = await LabBench.StateAsync();
        string Id(string type) => state[type]["id"]!.GetValue<string>();
        var design = LabBench.Designed($$"""
            name: shop
            owner: net@example.com
            environment: dev
            aws:
              region: eu-central-1
              network:
                existing: {{Id("aws_vpc")}}
                cidrs: [10.2.0.0/16, 10.22.0.0/16]
                subnets:
                  app: { existing: {{Id("aws_subnet")}}, cidr: 10.2.0.0/24 }
                routeTables: [{{Id("aws_route_table")}}]
                securityGroups: [{{Id("aws_security_group")}}]
            azure:
              location: westeurope
              network: 10.1.0.0/16
            """);
        var whole = Read(state).Machines.Single(machine => machine.Cloud == Cloud.Aws);
        state.Remove("aws_vpc").Remove("aws_subnet").Remove("aws_route_table").Remove("aws_route_table_association").Remove("aws_security_group");
        var layout = LabLayout.From(TerraformState.Read(state.ToString()).With(design.Existing), design.SecurityGroups);
        var machine = layout.Machines.Single(machine => machine.Cloud == Cloud.Aws);

        Assert.Equal(["10.2.0.0/16", "10.22.0.0/16"], layout.Gateways[0].Networks.Select(network => network.ToString()));
        Assert.Equal((whole.Address, whole.Routes, whole.Filter!.Inbound.Count), (machine.Address, machine.Routes, machine.Filter!.Inbound.Count));
        Assert.True(whole.IsOurs);
        Assert.False(machine.IsOurs);
    }

    [Fact]
    public async Task ToString_OfAnEnd_HoldsNoKey()
    {
        Assert.All(Read(await LabBench.StateAsync()).Ends, end => Assert.DoesNotContain(end.Key, end.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Read_OfNoState_SaysWhatToGive(string text)
    {
        var exception = Assert.Throws<LabException>(() => TerraformState.Read(text));

        Assert.Contains("terraform show -json", exception.Message);
    }

    [Fact]
    public async Task From_AStateBeforeTheApply_SaysWhatIsMissing()
    {
        var state = (await LabBench.StateAsync()).Set("aws_vpn_connection", "connection-1", "tunnel1_address", null);
        var exception = Assert.Throws<LabException>(() => Read(state));

        Assert.Contains("has no tunnel1_address in Terraform's state", exception.Message);
    }

    internal static LabLayout Read(StateEdits state) => LabLayout.From(TerraformState.Read(state.ToString()), LabBench.Starter.SecurityGroups);

    private static string Told(LabTunnelEnd end) =>
        $"{end} {end.Connection} {end.Number} {end.Bgp} {end.Starts} {string.Join(',', end.LocalSelectors)} {string.Join(',', end.Offer.IkeEncryption)} {string.Join(',', end.Offer.EspEncryption)}";
}
