using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Changes.Run;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>Changes that are tried on simulated clouds.</summary>
public sealed class ChangeRunTests
{
    [Fact]
    public async Task Apply_OfAChange_GivesItsPlanAndBothStates()
    {
        Workbench.FindTerraform();
        var outcome = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(Networks("10.3.0.0/16")), TestContext.Current.CancellationToken);

        Assert.Null(outcome.Refusal);
        var stack = Assert.Single(outcome.Stacks);
        Assert.Contains("10.2.0.0/16", stack.StateBefore);
        Assert.Contains("10.3.0.0/16", stack.StateAfter);
        Assert.Equal(2, JsonNode.Parse(stack.PlanJson!)!["resource_changes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Apply_OfWhatMustStay_IsRefusedByThePlan()
    {
        Workbench.FindTerraform();
        var outcome = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(Networks("10.3.0.0/16", protect: true)), TestContext.Current.CancellationToken);

        Assert.Equal(ChangePhase.Plan, outcome.Refusal?.When);
        Assert.Equal("it destroys aws_vpc.main, and its lifecycle.prevent_destroy forbids that ('terraform.protect' in a request)", outcome.Refusal?.Sentence);
    }

    [Fact]
    public async Task Apply_OfWhatACloudRefuses_SaysWhichResourceAndWhy()
    {
        Workbench.FindTerraform();
        var outside = Networks("10.2.0.0/16").Replace("10.2.1.0/24", "10.9.1.0/24");
        var change = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(outside), TestContext.Current.CancellationToken);
        var first = await ChangeRun.ApplyAsync(Stack(outside), Stack(Networks("10.2.0.0/16")), TestContext.Current.CancellationToken);

        Assert.Equal(ChangePhase.Apply, change.Refusal?.When);
        Assert.Contains("10.9.1.0/24", change.Refusal?.Sentence);
        Assert.StartsWith("aws_subnet.app: ", change.Refusal?.Sentence);
        Assert.Equal(ChangePhase.ApplyBefore, first.Refusal?.When);
    }

    [Fact]
    public async Task Bench_AfterAChange_FindsNothingToChangeAndDestroysAll()
    {
        Workbench.FindTerraform();
        await using var simulation = await ChangeSimulation.StartAsync([], TestContext.Current.CancellationToken);
        var outcome = await ChangeRun.ApplyAsync(simulation, Stack(Networks("10.2.0.0/16")), Stack(Networks("10.3.0.0/16")));

        Assert.Null(outcome.Refusal);
        Assert.Equal("", await simulation.ReplanAsync());
        Assert.Empty((await simulation.DestroyAsync("0")).SelectMany(stack => stack.Errors));
        Assert.Empty(simulation.Store.Objects);
    }

    // A key of the caller's own has no place in a simulated state.
    [Fact]
    public async Task Apply_OfAStackThatAsksForKeys_MakesThemUp()
    {
        Workbench.FindTerraform();
        var configuration = JsonNode.Parse(Networks("10.2.0.0/16"))!;
        configuration["variable"] = new JsonObject { ["psk"] = new JsonObject { ["type"] = "string" }, ["known"] = new JsonObject { ["default"] = "given" } };
        configuration["resource"]!["aws_vpc"]!["main"]!["tags"] = new JsonObject { ["Key"] = "${var.psk}", ["Known"] = "${var.known}" };
        var outcome = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(configuration.ToJsonString()), TestContext.Current.CancellationToken);

        Assert.Null(outcome.Refusal);
        Assert.Contains("Simulated.", outcome.Stacks[0].StateAfter);
        Assert.Contains("given", outcome.Stacks[0].StateAfter);
    }

    [Fact]
    public async Task Apply_ThatIsStopped_EndsTerraform()
    {
        Workbench.FindTerraform();
        using var stop = new CancellationTokenSource();
        await using var simulation = await ChangeSimulation.StartAsync([], stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => simulation.ApplyAsync([Networks("10.2.0.0/16")]));
    }

    private static DeployedRequest Stack(string configuration) => new([configuration], []);

    private static string Networks(string network, bool protect = false) => $$"""
        {
          "terraform": { "required_providers": { "aws": { "source": "hashicorp/aws" } } },
          "provider": { "aws": [{ "region": "eu-central-1" }] },
          "resource": {
            "aws_vpc": { "main": { "cidr_block": "{{network}}", "lifecycle": { "prevent_destroy": {{(protect ? "true" : "false")}} } } },
            "aws_subnet": { "app": { "cidr_block": "{{network.Replace("0.0/16", "1.0/24")}}", "vpc_id": "${aws_vpc.main.id}" } }
          }
        }
        """;
}
