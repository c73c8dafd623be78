using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Changes.Run;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>Changes that are tried on simulated clouds.</summary>
public sealed class ChangeRunTests
{
    [Fact]
    public async Task Apply_OfAChange_GivesItsOperationsInTheirOrder()
    {
        Workbench.FindTerraform();
        var outcome = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(Networks("10.3.0.0/16")));

        Assert.Null(outcome.Refusal);
        Assert.Equal(
            ["Delete aws_subnet.app", "Delete aws_vpc.main", "Create aws_vpc.main", "Create aws_subnet.app"],
            outcome.Operations.Select(operation => $"{operation.Action} {operation.Address}"));
        Assert.Equal([(1, 2), (3, 4), (5, 6), (7, 8)], outcome.Operations.Select(operation => (operation.Start, operation.End!.Value)));
        var stack = Assert.Single(outcome.Stacks);
        Assert.Contains("10.2.0.0/16", stack.StateBefore);
        Assert.Contains("10.3.0.0/16", stack.StateAfter);
        Assert.Equal(2, JsonNode.Parse(stack.PlanJson!)!["resource_changes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Apply_OfWhatMustStay_IsRefusedByThePlan()
    {
        Workbench.FindTerraform();
        var outcome = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(Networks("10.3.0.0/16", protect: true)));

        Assert.Equal(ChangePhase.Plan, outcome.Refusal?.When);
        Assert.Equal("it destroys aws_vpc.main, and 'terraform.protect' forbids that", outcome.Refusal?.Sentence);
        Assert.Empty(outcome.Operations);
    }

    [Fact]
    public async Task Apply_OfWhatACloudRefuses_SaysWhichResourceAndWhy()
    {
        Workbench.FindTerraform();
        var outside = Networks("10.2.0.0/16").Replace("10.2.1.0/24", "10.9.1.0/24");
        var change = await ChangeRun.ApplyAsync(Stack(Networks("10.2.0.0/16")), Stack(outside));
        var first = await ChangeRun.ApplyAsync(Stack(outside), Stack(Networks("10.2.0.0/16")));

        Assert.Equal(ChangePhase.Apply, change.Refusal?.When);
        Assert.Contains("10.9.1.0/24", change.Refusal?.Sentence);
        Assert.StartsWith("aws_subnet.app: ", change.Refusal?.Sentence);
        Assert.Equal(ChangePhase.ApplyBefore, first.Refusal?.When);
    }

    [Fact]
    public async Task Bench_AfterAChange_FindsNothingToChangeAndDestroysAll()
    {
        Workbench.FindTerraform();
        await using var bench = await ChangeBench.StartAsync();
        var outcome = await ChangeRun.ApplyAsync(bench, Stack(Networks("10.2.0.0/16")), Stack(Networks("10.3.0.0/16")));

        Assert.Null(outcome.Refusal);
        Assert.Equal("", await bench.ReplanAsync());
        Assert.Empty(await bench.DestroyAsync());
        Assert.Empty(bench.Store.Objects);
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
