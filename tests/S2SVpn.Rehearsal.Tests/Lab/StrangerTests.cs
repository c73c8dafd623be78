using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>A connection that nobody designed, on the starter's gateways.</summary>
public sealed class StrangerTests
{
    private const string Aws = "aws_vpn_connection";
    private const string Azure = "azurerm_virtual_network_gateway_connection";

    [Theory]
    [InlineData("10.1.1.0/24", 4)]
    [InlineData("10.1.0.0/16", 4)]
    [InlineData("10.0.0.0/8", 0)]
    [InlineData("10.9.0.0/16", 0)]
    public async Task Route_OfAConnectionInAws_IsNamedWhereItTakesAPartOfANetwork(string network, int failed)
    {
        var state = await LabBench.StateAsync();
        Add(state, "aws_customer_gateway", "azure-0", customer => customer["ip_address"] = "198.51.100.7");
        Add(state, Aws, "connection-1", connection =>
        {
            connection["customer_gateway_id"] = "stranger";
            connection["static_routes_only"] = true;
            connection["tags"] = new JsonObject { ["Name"] = "stranger" };
            connection["tunnel1_inside_cidr"] = "169.254.99.0/30";
            connection["tunnel2_inside_cidr"] = "169.254.99.4/30";
        });
        state.Add("aws_vpn_connection_route", "stranger", new JsonObject { ["id"] = "stranger", ["vpn_connection_id"] = "stranger", ["destination_cidr_block"] = network });

        await FailsAsync(state, Aws, "to AWS", failed);
    }

    [Theory]
    [InlineData("10.2.1.0/24", 4)]
    [InlineData("10.9.0.0/16", 0)]
    public async Task Route_OfAConnectionInAzure_IsNamedWhereItTakesAPartOfANetwork(string network, int failed)
    {
        var state = await LabBench.StateAsync();
        Add(state, "azurerm_local_network_gateway", "connection-1-1", peer =>
        {
            peer["gateway_address"] = "198.51.100.7";
            peer["address_space"] = new JsonArray(network);
            peer["bgp_settings"] = new JsonArray();
        });
        Add(state, Azure, "connection-1-1", connection =>
        {
            connection["name"] = "stranger";
            connection["local_network_gateway_id"] = "stranger";
            connection["custom_bgp_addresses"] = new JsonArray();
            connection[connection.ContainsKey("enable_bgp") ? "enable_bgp" : "bgp_enabled"] = false;
        });

        await FailsAsync(state, Azure, "to Azure", failed);
    }

    private static void Add(StateEdits state, string type, string like, Action<JsonObject> change)
    {
        var attributes = state[type, like].DeepClone().AsObject();
        attributes["id"] = "stranger";
        change(attributes);
        state.Add(type, "stranger", attributes);
    }

    private static async Task FailsAsync(StateEdits state, string type, string way, int count)
    {
        var failed = (await LabBench.RunAsync(state, options: new LabOptions { Only = ["routes"], PatienceSeconds = 4 })).Checks.Where(check => !check.Passed).ToList();

        Assert.Equal(count, failed.Count);
        Assert.All(failed, check => Assert.EndsWith(way, check.Name, StringComparison.Ordinal));
        Assert.All(failed, check => Assert.Equal($"{type}.stranger", check.Explanation!.Resources[0]));
        Assert.All(failed, check => Assert.Contains("was not designed, and leads", check.Explanation!.Cause, StringComparison.Ordinal));
    }
}
