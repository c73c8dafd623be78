using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Rehearsal.Changes.Run;
using S2SVpn.Rehearsal.Tests.Clouds;

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
        var (outcome, forecast) = await RunAsync(root => root["resource"]!["random_password"]!.AsObject().First().Value!["length"] = 40);
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

    private static async Task<ChangeForecast> ForecastAsync(Action<JsonNode> change) => (await RunAsync(change)).Forecast;

    private static async Task<(ChangeOutcome Outcome, ChangeForecast Forecast)> RunAsync(Action<JsonNode> change)
    {
        Workbench.FindTerraform();
        var changed = JsonNode.Parse(Workbench.Starter)!;
        change(changed);
        var outcome = await ChangeRun.ApplyAsync(new DeployedRequest([Workbench.Starter], []), new DeployedRequest([changed.ToJsonString()], []));
        Assert.Null(outcome.Refusal);
        var stack = Assert.Single(outcome.Stacks);
        return (outcome, ChangeForecast.Of([PlannedStack.Read(0, stack.PlanJson!, stack.StateBefore)]));
    }

    private static JsonNode First(JsonNode root, string type) => root["resource"]![type]!.AsObject().First().Value!;
}
