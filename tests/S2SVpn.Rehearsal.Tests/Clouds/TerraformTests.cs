using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What people do with Terraform beyond an apply.</summary>
public sealed class TerraformTests
{
    [Fact]
    public async Task Aliases_OfTwoRegionsAndSubscriptions_KeepTheirSettings()
    {
        await using var bench = await Workbench.StartAsync("""
            provider "aws" {
              region = "eu-central-1"
            }
            provider "aws" {
              alias  = "far"
              region = "us-west-2"
            }
            provider "azurerm" {
              alias           = "other"
              subscription_id = "11111111-2222-3333-4444-555555555555"
              features {}
            }
            resource "aws_vpc" "near" {
              cidr_block = "10.0.0.0/16"
            }
            resource "aws_vpc" "far" {
              provider   = aws.far
              cidr_block = "10.0.0.0/16"
            }
            resource "azurerm_resource_group" "one" {
              name     = "same"
              location = "westeurope"
            }
            resource "azurerm_resource_group" "two" {
              provider = azurerm.other
              name     = "same"
              location = "westeurope"
            }
            """);
        await bench.ApplyAsync();
        var state = await bench.ShowAsync();

        Assert.Equal(["eu-central-1", "us-west-2"], state.OfType("aws_vpc").Select(vpc => vpc["region"]).Order());
        Assert.Equal(
            ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/same", "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/same"],
            state.OfType("azurerm_resource_group").Select(group => group["id"]).Order());
        await bench.AssertNoChangesAsync();
    }

    [Fact]
    public async Task Count_OfEqualResources_GivesEachItsOwnId()
    {
        await using var bench = await Workbench.StartAsync("""
            resource "aws_vpc" "many" {
              count      = 3
              cidr_block = "10.0.0.0/16"
            }
            resource "random_password" "many" {
              count            = 3
              length           = 20
              upper            = false
              min_numeric      = 3
              min_special      = 2
              override_special = "._"
            }
            """);
        await bench.ApplyAsync();
        var state = await bench.ShowAsync();

        Assert.Equal(3, state.OfType("aws_vpc").Select(vpc => vpc["id"]).Distinct().Count());
        Assert.Equal(3, state.OfType("random_password").Select(password => password["result"]).Distinct().Count());
        Assert.All(state.OfType("random_password"), password => Assert.Matches(@"^(?=(.*\d){3})(?=(.*[._]){2})[a-z0-9._]{20}$", password["result"]));
        await bench.AssertNoChangesAsync();
    }

    [Fact]
    public async Task Drift_IsFoundAndRepaired()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.ApplyAsync();
        var store = bench.Clouds.Store;
        var peer = store.OfType("azurerm_local_network_gateway").First();
        store.Put(peer with { Values = peer.Values.With("gateway_address", "203.0.113.9") });
        var route = Assert.Single(store.OfType("aws_vpn_gateway_route_propagation"));
        store.Delete(route.Type, route.Id);

        var refreshed = await bench.SucceedAsync("plan", "-refresh-only");
        var repaired = await bench.SucceedAsync("apply", "-auto-approve");

        Assert.Contains("203.0.113.9", refreshed.Output);
        Assert.Contains("has been deleted", refreshed.Output);
        Assert.Contains("1 added, 1 changed, 0 destroyed", repaired.Output);
        Assert.Equal(peer.Values, store.Find(peer.Type, peer.Id));
        await bench.AssertNoChangesAsync();
    }

    [Fact]
    public async Task Import_OfWhatExists_NeedsNoChange()
    {
        const string Group = """
            resource "azurerm_resource_group" "existing" {
              name     = "existing"
              location = "westeurope"
            }
            """;
        await using var bench = await Workbench.StartAsync(Group);
        await bench.ApplyAsync();
        await bench.SucceedAsync("state", "rm", "azurerm_resource_group.existing");
        var taken = await bench.FailAsync("apply", "-auto-approve");
        await bench.SucceedAsync("import", "azurerm_resource_group.existing", "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/existing");
        await bench.AssertNoChangesAsync();
        await bench.SucceedAsync("state", "rm", "azurerm_resource_group.existing");
        var missing = await bench.FailAsync("import", "azurerm_resource_group.existing", "/subscriptions/1/resourceGroups/none");

        Assert.Contains("already exists", taken);
        Assert.Contains("to be imported into the State", taken);
        Assert.Contains("it does not exist in the simulated cloud", missing);
    }

    [Fact]
    public async Task Update_OfTheGatewaysSku_ChangesItInPlaceAndKeepsItsTunnels()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.ApplyAsync();
        var before = await bench.ShowAsync();
        bench.Write(Workbench.Starter.Replace("VpnGw1AZ", "VpnGw2AZ", StringComparison.Ordinal));
        var apply = await bench.SucceedAsync("apply", "-auto-approve");
        var after = await bench.ShowAsync();

        Assert.Contains("0 added, 1 changed, 0 destroyed", apply.Output);
        Assert.Equal(Addresses(before), Addresses(after));
        await bench.AssertNoChangesAsync();
    }

    [Fact]
    public async Task Replacement_OfATunnelsInside_ReplacesItsConnectionOnly()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.ApplyAsync();
        bench.Write(Workbench.Starter.Replace("\"169.254.21.0/30\"", "\"169.254.21.16/30\"", StringComparison.Ordinal));
        var plan = JsonNode.Parse((await PlanJsonAsync(bench)).ToString())!;
        var replaced = plan["resource_changes"]!.AsArray()
            .Where(change => change!["change"]!["actions"]!.AsArray().Count == 2)
            .Select(change => (string)change!["type"]!);

        Assert.Equal(["aws_vpn_connection"], replaced);
    }

    [Fact]
    public async Task Refusals_ReachThePersonWithTheirCode()
    {
        var wrong = JsonNode.Parse(Workbench.Starter)!;
        var gateway = wrong["resource"]!["azurerm_virtual_network_gateway"]!.AsObject().Single().Value!;
        gateway["ip_configuration"]!.AsArray().RemoveAt(1);
        await using var bench = await Workbench.StartAsync(wrong.ToJsonString());
        await bench.SucceedAsync("init");
        var atApply = await bench.FailAsync("apply", "-auto-approve");
        bench.Write(Workbench.Starter.Replace("169.254.21.2\"", "169.254.20.2\"", StringComparison.Ordinal));
        var atValidate = await bench.FailAsync("validate");

        Assert.Contains("ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations", atApply);
        Assert.Contains("creating azurerm_virtual_network_gateway (shop-dev-vgw)", atApply);
        Assert.Contains("got 169.254.20.2", atValidate);
    }

    [Fact]
    public async Task Gateway_WithoutBgpSettings_GetsThemFromTheCloudAndKeepsThem()
    {
        var plain = JsonNode.Parse(Workbench.Starter)!;
        plain["resource"]!["azurerm_virtual_network_gateway"]!.AsObject().Single().Value!.AsObject().Remove("bgp_settings");
        plain["resource"]!.AsObject().Remove("azurerm_virtual_network_gateway_connection");
        plain.AsObject().Remove("output");
        await using var bench = await Workbench.StartAsync(plain.ToJsonString());
        await bench.ApplyAsync();
        var settings = Assert.Single((await bench.ShowAsync()).OfType("azurerm_virtual_network_gateway")).Block("bgp_settings");

        Assert.Equal("65515", settings.GetProperty("asn").ToString());
        Assert.Equal(2, settings.GetProperty("peering_addresses").GetArrayLength());
        await bench.AssertNoChangesAsync();
    }

    [Fact]
    public async Task Sensitive_Values_AreNotShown()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.SucceedAsync("init");
        var apply = await bench.SucceedAsync("apply", "-auto-approve");
        var show = await bench.SucceedAsync("show");
        var keys = (await bench.ShowAsync()).OfType("random_password").Select(password => password["result"]).ToArray();

        Assert.Equal(4, keys.Length);
        Assert.All(keys, key => Assert.DoesNotContain(key, apply.Output + show.Output));
    }

    private static async Task<string> PlanJsonAsync(Workbench bench)
    {
        await bench.SucceedAsync("plan", "-out=plan");
        return (await bench.SucceedAsync("show", "-json", "plan")).Output;
    }

    private static IEnumerable<string> Addresses(State state) =>
        state.OfType("aws_vpn_connection").SelectMany(vpn => new[] { vpn["tunnel1_address"], vpn["tunnel2_address"] }).Order();
}
