using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Rehearsal.Changes.Run;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>What is down while a changed starter is applied.</summary>
public sealed class ForecastTests
{
    private const string AwsConnection = "aws_vpn_connection";
    private const string AzureConnection = "azurerm_virtual_network_gateway_connection";
    private const string Gateway = "azurerm_virtual_network_gateway";

    [Fact]
    public async Task Of_OptionsOfOneTunnel_TakesThatOneDown()
    {
        var forecast = await ForecastAsync(root => First(root, AwsConnection)["tunnel2_replay_window_size"] = 128);

        Assert.Equal(["link 1.2"], forecast.Tunnels.Where(tunnel => tunnel.Down.Count > 0).Select(tunnel => tunnel.Name));
        Assert.Equal(["link 1.1", "link 1.2", "link 2.1", "link 2.2"], forecast.Tunnels.Select(tunnel => tunnel.Name));
        Assert.Empty(Assert.Single(forecast.Links).Down);
    }

    // As long as one end has the old algorithms, the tunnel stays down.
    [Fact]
    public async Task Of_AlgorithmsAtBothEnds_IsDownUntilBothHaveThem()
    {
        var forecast = await ForecastAsync(root =>
        {
            First(root, AwsConnection)["tunnel1_phase1_integrity_algorithms"] = new JsonArray("SHA2-256");
            First(root, AzureConnection)["ipsec_policy"]!["ike_integrity"] = "SHA256";
        });

        var aws = Assert.Single(forecast.Operations, operation => operation.Change.Type == AwsConnection);
        var azure = Assert.Single(forecast.Operations, operation => operation.Change.Type == AzureConnection);
        Assert.True(aws.End <= azure.Start);
        Assert.Equal([new Interval(aws.Start, azure.End)], forecast.Tunnels.Single(tunnel => tunnel.Minutes > 0).Down);
    }

    [Fact]
    public async Task Of_AReplacedGateway_IsDownFromTheFirstDeletionToTheLastCreation()
    {
        var forecast = await ForecastAsync(root => (First(root, Gateway)["sku"], First(root, Gateway)["generation"]) = ("VpnGw3AZ", "Generation2"));

        Assert.All(forecast.Tunnels, tunnel =>
        {
            var connection = forecast.Operations.Where(operation => operation.Change.Type == AzureConnection && operation.Change.Name.EndsWith(tunnel.Name[^3..].Replace('.', '-'), StringComparison.Ordinal)).ToList();
            Assert.Equal(
                [new Interval(connection.Single(operation => operation.Kind == OperationKind.Delete).Start, connection.Single(operation => operation.Kind == OperationKind.Create).End)],
                tunnel.Down);
        });
        Assert.True(Assert.Single(forecast.Links).Minutes > 40);
    }

    [Fact]
    public async Task Of_AConnectionLess_TellsOfTheTunnelThatGoes()
    {
        var forecast = await ForecastAsync(root =>
        {
            var connections = root["resource"]![AzureConnection]!.AsObject();
            _ = connections.Remove(connections.Last().Key);
            _ = root.AsObject().Remove("output");
        });

        Assert.Equal(["link 2.2"], forecast.Removed.Select(tunnel => tunnel.Name));
        Assert.All(forecast.Tunnels, tunnel => Assert.Empty(tunnel.Down));
        Assert.Equal("No tunnel is down. Tunnel link 2.2 is removed.", new ChangeReport { Forecast = forecast }.Head);
    }

    [Fact]
    public async Task Write_OfNewKeys_ShowsNone()
    {
        var (outcome, forecast) = await RunAsync(Workbench.Starter, root => root["resource"]!["random_password"]!.AsObject().First().Value!["length"] = 40);
        var keys = JsonNode.Parse(outcome.Stacks[0].StateAfter!)!["resources"]!.AsArray()
            .Concat(JsonNode.Parse(outcome.Stacks[0].StateBefore!)!["resources"]!.AsArray())
            .Where(resource => (string)resource!["type"]! == "random_password")
            .Select(resource => (string)resource!["instances"]![0]!["attributes"]!["result"]!).ToList();

        Assert.NotEmpty(keys);
        Assert.All(ChangeText.Formats, format =>
        {
            var text = ChangeText.Write(new ChangeReport { Forecast = forecast }, format);
            Assert.Contains("shared_key", text);
            Assert.DoesNotContain(keys, key => text.Contains(key, StringComparison.Ordinal));
        });
    }

    // A plan of the AWS half alone, or of a gateway that faces somebody else's.
    [Fact]
    public async Task Of_ConnectionsThatNoAzureGatewayFaces_HasTheirTunnels()
    {
        var alone = JsonNode.Parse(Workbench.Starter)!;
        _ = alone["resource"]!.AsObject().Remove(AzureConnection);
        _ = alone.AsObject().Remove("output");
        var forecast = await ForecastAsync(alone.ToJsonString(), root => First(root, AwsConnection)["tunnel2_replay_window_size"] = 128);

        Assert.Equal(["link 1.1", "link 1.2", "link 2.1", "link 2.2"], forecast.Tunnels.Select(tunnel => tunnel.Name));
        Assert.Equal(["link 1.2"], forecast.Tunnels.Where(tunnel => tunnel.Down.Count > 0).Select(tunnel => tunnel.Name));
    }

    // As 'keys --rotate' has it: the secrets change, and each machine looks for them by itself.
    [Fact]
    public async Task Of_ANewKeyOfWireguard_TakesItsTunnelDownUntilBothMachinesLook()
    {
        var forecast = await ForecastAsync(Example.Read("wireguard").Stacks[0].Json.ToJsonString(), root => First(root, "azurerm_key_vault_secret")["value"] = "another");

        Assert.Equal(("link 1.1", 5), (Assert.Single(forecast.Tunnels).Name, forecast.Tunnels[0].Minutes));
    }

    [Fact]
    public void Of_NoTunnels_DoesNotSayThatNoneIsDown()
    {
        var forecast = ChangeForecast.Of([PlannedStack.Read(0, LeftOver)]);

        Assert.Equal("There is no tunnel in it.", new ChangeReport { Forecast = forecast }.Head);
    }

    // An apply that failed between the two halves of a replacement leaves the old object under the address of the new one.
    [Fact]
    public void Of_WhatAFailedApplyLeft_TellsItFromWhatTookItsPlace()
    {
        var forecast = ChangeForecast.Of([PlannedStack.Read(0, LeftOver)]);

        Assert.Equal([("aws_vpn_gateway.main (left over: 1a2b3c4d)", PlannedAction.Delete), ("aws_vpn_gateway.main", PlannedAction.Update)], forecast.Changes.Select(change => (change.Address, change.Action)));
    }

    private const string LeftOver = """
        {
          "planned_values": {},
          "prior_state": { "values": { "root_module": { "resources": [
            { "address": "aws_vpn_gateway.main", "mode": "managed", "type": "aws_vpn_gateway", "values": { "id": "vgw-2", "tags": { "Name": "new" } }, "depends_on": ["aws_vpc.main"] },
            { "address": "aws_vpn_gateway.main", "mode": "managed", "type": "aws_vpn_gateway", "deposed_key": "1a2b3c4d", "values": { "id": "vgw-1" }, "depends_on": ["aws_vpc.main"] },
            { "address": "aws_eip.each[0]", "mode": "managed", "type": "aws_eip", "values": { "id": "eipalloc-1" } },
            { "address": "aws_eip.each[1]", "mode": "managed", "type": "aws_eip", "values": { "id": "eipalloc-2" } }
          ] } } },
          "resource_changes": [
            { "address": "aws_vpn_gateway.main", "mode": "managed", "type": "aws_vpn_gateway", "name": "main", "deposed": "1a2b3c4d", "change": { "actions": ["delete"], "before": { "id": "vgw-1" }, "after": null } },
            { "address": "aws_vpn_gateway.main", "mode": "managed", "type": "aws_vpn_gateway", "name": "main", "change": { "actions": ["update"], "before": { "id": "vgw-2", "tags": { "Name": "new" } }, "after": { "id": "vgw-2", "tags": { "Name": "newer" } } } }
          ]
        }
        """;

    private static Task<ChangeForecast> ForecastAsync(Action<JsonNode> change) => ForecastAsync(Workbench.Starter, change);

    private static async Task<ChangeForecast> ForecastAsync(string deployed, Action<JsonNode> change) => (await RunAsync(deployed, change)).Forecast;

    private static async Task<(ChangeOutcome Outcome, ChangeForecast Forecast)> RunAsync(string deployed, Action<JsonNode> change)
    {
        Workbench.FindTerraform();
        var changed = JsonNode.Parse(deployed)!;
        change(changed);
        var outcome = await ChangeRun.ApplyAsync(new DeployedRequest([deployed], []), new DeployedRequest([changed.ToJsonString()], []), TestContext.Current.CancellationToken);
        Assert.Null(outcome.Refusal);
        var stack = Assert.Single(outcome.Stacks);
        return (outcome, ChangeForecast.Of([PlannedStack.Read(0, stack.PlanJson!, stack.StateBefore)]));
    }

    private static JsonNode First(JsonNode root, string type) => root["resource"]![type]!.AsObject().First().Value!;
}
