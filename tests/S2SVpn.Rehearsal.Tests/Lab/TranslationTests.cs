using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>NAT rules of the Azure gateway, on the starter without BGP: Azure has no NAT together with BGP towards AWS.</summary>
public sealed class TranslationTests
{
    [Fact]
    public async Task Rehearsal_WithTranslation_ReachesMachinesByTheirOtherAddress()
    {
        var state = LabFaults.Static(await LabBench.StateAsync());
        Translate(state, ("out", "EgressSnat", "Static", "10.1.0.0/16", "100.64.0.0/16"));

        Assert.Equal(["10.1.0.10 to 10.2.0.10", "10.2.0.10 to 100.64.0.10"], await ReachedAsync(state));
    }

    [Fact]
    public async Task Rehearsal_WithTheSameNetworkOnBothSides_ReachesBoth()
    {
        var state = LabFaults.Static(await LabBench.StateAsync());
        state.Set("aws_vpc", "", "cidr_block", "10.1.0.0/16").Set("aws_subnet", "", "cidr_block", "10.1.0.0/24");
        foreach (var peer in state.All("azurerm_local_network_gateway"))
        {
            peer["address_space"] = new JsonArray("10.1.0.0/16");
        }

        Translate(state, ("out", "EgressSnat", "Static", "10.1.0.0/16", "100.64.0.0/16"), ("in", "IngressSnat", "Static", "10.1.0.0/16", "100.65.0.0/16"));

        Assert.Equal(["10.1.0.10 to 100.65.0.10", "10.1.0.10 to 100.64.0.10"], await ReachedAsync(state));
    }

    [Fact]
    public async Task Rehearsal_WithADynamicTranslation_CallsNobodyBehindIt()
    {
        var state = LabFaults.Static(await LabBench.StateAsync());
        Translate(state, ("out", "EgressSnat", "Dynamic", "10.1.0.0/16", "100.64.0.0/28"));

        Assert.Equal(["10.1.0.10 to 10.2.0.10"], await ReachedAsync(state));
    }

    // What was designed is one to one, for all ports and the whole network.
    [Theory]
    [InlineData("Static", "100.64.0.0/17", null, "Of 100.64.0.0/16, which is routed into the tunnel, the NAT rules of the Azure gateway translate only 100.64.0.0/17")]
    [InlineData("Static", "100.64.0.0/16", "443", "The NAT rule 'out' of the Azure gateway translates port 443 only (port_range)")]
    [InlineData("Dynamic", "100.64.0.0/16", null, "The NAT rule 'out' of the Azure gateway is dynamic in place of static")]
    public async Task Rehearsal_WithATranslationOfLess_NamesTheRule(string kind, string external, string? ports, string cause)
    {
        var state = LabFaults.Static(await LabBench.StateAsync());
        Translate(state, ("out", "EgressSnat", kind, external.Replace("100.64.", "10.1.", StringComparison.Ordinal), external));
        state.Set("azurerm_virtual_network_gateway_nat_rule", "out", "internal_mapping", "port_range", ports);
        foreach (var route in state.All("aws_vpn_connection_route"))
        {
            route["destination_cidr_block"] = "100.64.0.0/16";
        }

        var designed = LabBench.Designed(File.ReadAllText(Repository.File("s2svpn.yaml")) + "links:\n  - routing: static\n");
        designed = designed with { Tunnels = [.. designed.Tunnels.Select(tunnel => tunnel with { AwsLearns = ["100.64.0.0/16"] })] };
        var report = await LabBench.RunAsync(state, designed, new LabOptions { Only = ["routes"], PatienceSeconds = 4 });
        var failed = report.Checks.Where(check => !check.Passed).ToList();

        Assert.Equal(["1.1 to AWS", "1.2 to AWS", "2.1 to AWS", "2.2 to AWS"], failed.Select(check => check.Name));
        Assert.All(failed, check => Assert.Contains(cause, check.Explanation!.Cause));
        Assert.All(failed, check => Assert.Equal("azurerm_virtual_network_gateway_nat_rule.out", check.Explanation!.Resources[0]));
    }

    // The halves have changed places: each address has another one than was designed.
    [Fact]
    public async Task Rehearsal_WithATranslationToOtherAddresses_NamesTheRules()
    {
        var state = LabFaults.Static(await LabBench.StateAsync());
        Translate(state, ("low", "EgressSnat", "Static", "10.1.0.0/17", "100.64.128.0/17"), ("high", "EgressSnat", "Static", "10.1.128.0/17", "100.64.0.0/17"));
        foreach (var route in state.All("aws_vpn_connection_route"))
        {
            route["destination_cidr_block"] = "100.64.0.0/16";
        }

        var failed = await FailedAsync(state);

        Assert.Equal(["1.1 to AWS", "1.2 to AWS", "2.1 to AWS", "2.2 to AWS"], failed.Select(check => check.Name));
        Assert.All(failed, check => Assert.Contains("were to make 10.1.0.0/16 100.64.0.0/16", check.Explanation!.Cause));
        Assert.All(failed, check => Assert.Equal("azurerm_virtual_network_gateway_nat_rule.low", check.Explanation!.Resources[0]));
    }

    [Fact]
    public async Task Rehearsal_OfAConnectionWithoutItsRule_NamesTheConnection()
    {
        var state = LabFaults.Static(await LabBench.StateAsync());
        Translate(state, ("out", "EgressSnat", "Static", "10.1.0.0/16", "100.64.0.0/16"));
        state.Set("azurerm_virtual_network_gateway_connection", "connection-1-1", "egress_nat_rule_ids", new JsonArray());

        var failed = Assert.Single(await FailedAsync(state));

        Assert.Equal("1.1 to AWS", failed.Name);
        Assert.Contains("does not use the NAT rule 'out', which makes 10.1.0.0/16 100.64.0.0/16 (egress_nat_rule_ids).", failed.Explanation!.Cause, StringComparison.Ordinal);
        Assert.Contains("azurerm_virtual_network_gateway_nat_rule.out", failed.Explanation.Resources);
        Assert.Matches(@"^azurerm_virtual_network_gateway_connection\..*connection-1-1", failed.Explanation.Resources[^1]);
    }

    private static async Task<IReadOnlyList<LabCheck>> FailedAsync(StateEdits state)
    {
        var designed = LabBench.Designed(File.ReadAllText(Repository.File("s2svpn.yaml")) + "links:\n  - routing: static\n");
        designed = designed with
        {
            Tunnels = [.. designed.Tunnels.Select(tunnel => tunnel with { AwsLearns = ["100.64.0.0/16"] })],
            Translations = [.. designed.Tunnels.Select(tunnel => new DesignedTranslation(tunnel.AzureConnection, "out", true, true, "10.1.0.0/16", "100.64.0.0/16"))],
        };
        var report = await LabBench.RunAsync(state, designed, new LabOptions { Only = ["routes"], PatienceSeconds = 4 });
        return [.. report.Checks.Where(check => !check.Passed)];
    }

    private static async Task<IEnumerable<string>> ReachedAsync(StateEdits state)
    {
        var report = await LabBench.RunAsync(state, options: new LabOptions { Only = ["machines"] });
        Assert.True(report.Passed, LabBench.Failures(report));
        return report.Checks.Select(check => check.Name);
    }

    private static void Translate(StateEdits state, params (string Name, string Mode, string Type, string Internal, string External)[] rules)
    {
        foreach (var rule in rules)
        {
            state.Add("azurerm_virtual_network_gateway_nat_rule", rule.Name, new JsonObject
            {
                ["id"] = $"/natRules/{rule.Name}",
                ["name"] = rule.Name,
                ["mode"] = rule.Mode,
                ["type"] = rule.Type,
                ["virtual_network_gateway_id"] = state["azurerm_virtual_network_gateway"]["id"]!.DeepClone(),
                ["internal_mapping"] = new JsonArray(new JsonObject { ["address_space"] = rule.Internal }),
                ["external_mapping"] = new JsonArray(new JsonObject { ["address_space"] = rule.External }),
            });
        }

        JsonArray Ids(string mode) => [.. rules.Where(rule => rule.Mode == mode).Select(rule => (JsonNode)$"/natRules/{rule.Name}")];
        foreach (var connection in state.All("azurerm_virtual_network_gateway_connection"))
        {
            connection["egress_nat_rule_ids"] = Ids("EgressSnat");
            connection["ingress_nat_rule_ids"] = Ids("IngressSnat");
        }

        var seen = rules.First(rule => rule.Mode == "EgressSnat").External;
        foreach (var route in state.All("aws_vpn_connection_route"))
        {
            route["destination_cidr_block"] = seen;
        }
    }
}
