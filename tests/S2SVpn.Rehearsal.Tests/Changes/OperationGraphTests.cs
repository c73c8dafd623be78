using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>The order of operations that a forecast assumes is that of Terraform's own graph.</summary>
public sealed class OperationGraphTests
{
    private static readonly Dictionary<string, Func<JsonNode, JsonNode>> Changes = new()
    {
        ["another size of the gateway, which replaces it"] = root => Set(root, "azurerm_virtual_network_gateway", gateway => (gateway["sku"], gateway["generation"]) = ("VpnGw3AZ", "Generation2")),
        ["addresses in one zone"] = root => Set(root, "azurerm_public_ip", address => address["zones"] = new JsonArray("1")),
        ["another location"] = root => Set(root, "azurerm_resource_group", group => group["location"] = "northeurope"),
        ["another network in AWS"] = root => Set(Set(root, "aws_vpc", vpc => vpc["cidr_block"] = "10.9.0.0/16"), "aws_subnet", subnet => subnet["cidr_block"] = "10.9.1.0/24"),
        ["another number of the gateway in AWS"] = root => Set(root, "aws_vpn_gateway", gateway => gateway["amazon_side_asn"] = "64999"),
        ["other inside networks"] = root => Set(root, "aws_vpn_connection", connection => connection["tunnel1_inside_cidr"] = $"169.254.77.{4 * (connection["tags"]!["Name"]!.GetValue<string>()[^1] - '0')}/30"),
        ["new keys"] = root => Set(root, "random_password", key => key["length"] = 40),
        ["one connection less"] = root => Remove(root, "azurerm_virtual_network_gateway_connection", "connection-2-2"),
        ["a moved gateway subnet and another gateway"] = root => Set(
            Set(root, "azurerm_subnet", subnet => subnet["address_prefixes"] = subnet["name"]!.GetValue<string>() == "GatewaySubnet" ? new JsonArray("10.1.200.0/24") : subnet["address_prefixes"]!.DeepClone()),
            "azurerm_virtual_network_gateway", gateway => (gateway["sku"], gateway["generation"]) = ("VpnGw3AZ", "Generation2")),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_AChangedStarter_OrdersAsTerraformDoes(string name)
    {
        await using var bench = await Workbench.StartAsync(Local(Workbench.Starter));
        await bench.ApplyAsync();
        var state = await File.ReadAllTextAsync(Path.Combine(bench.Folder, "terraform.tfstate"), TestContext.Current.CancellationToken);
        bench.Write(Changes[name](JsonNode.Parse(Local(Workbench.Starter))!).ToJsonString());
        await bench.SucceedAsync("plan", "-out=change.tfplan");
        var graph = new TerraformGraph((await Command.RunAsync(Workbench.FindTerraform(), ["graph", "-plan=change.tfplan"], bench.Folder, bench.Environment)).Output);
        var operations = OperationGraph.Of(PlannedStack.Read(0, (await bench.SucceedAsync("show", "-json", "change.tfplan")).Output, state));

        Assert.NotEmpty(operations);
        Assert.All(operations, later => Assert.All(operations.Where(other => other != later), earlier => Assert.True(
            graph.Follows(Node(later), Node(earlier)) == later.Follows(earlier), $"{later} after {earlier}: Terraform says {graph.Follows(Node(later), Node(earlier))}")));
    }

    private static string Node(PlannedOperation operation) => operation.Change.Address + (operation.Kind == OperationKind.Delete ? " (destroy)" : "");

    private static JsonNode Set(JsonNode root, string type, Action<JsonNode> change)
    {
        foreach (var (_, resource) in root["resource"]![type]!.AsObject())
        {
            change(resource!);
        }

        return root;
    }

    private static JsonNode Remove(JsonNode root, string type, string part)
    {
        var resources = root["resource"]![type]!.AsObject();
        _ = resources.Remove(resources.Single(resource => resource.Key.Contains(part, StringComparison.Ordinal)).Key);
        // What names it goes too.
        _ = root.AsObject().Remove("output");
        return root;
    }

    private static string Local(string configuration)
    {
        var json = JsonNode.Parse(configuration)!;
        json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        return json.ToJsonString();
    }
}
