using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Rehearsal.Changes.Run;
using S2SVpn.Rehearsal.Changes.Steps;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>The ways round a change that can't be applied at once.</summary>
public sealed class StepTests
{
    private const string Two = """
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        links:
          - { name: one, slot: 0 }
          - { name: two, slot: 1 }
        """;

    [Fact]
    public void Between_RequestsWithOneStackPerCloud_OffersToDestroyTheStacksOfTheConnections()
    {
        const string PerCloud = "\nterraform: { stacks: per-cloud }";
        var candidates = Candidates(Two + PerCloud, Two.Replace("westeurope", "northeurope") + PerCloud);

        Assert.Equal(
            ["shop-azure-connections", "shop-azure-connections, shop-aws"],
            candidates.Where(steps => steps is [{ Request: null }]).Select(steps => string.Join(", ", steps[0].Destroyed)));
        Assert.DoesNotContain(Candidates(Two, Two.Replace("westeurope", "northeurope")), steps => steps.Any(step => step.Request is null));
    }

    [Fact]
    public void Between_AnotherNameOfALink_OffersOtherInsideNetworksAndTheLinkTakenOut()
    {
        var candidates = Candidates(Two, Two.Replace("name: two", "name: other"));

        Assert.Contains(candidates, steps => steps is [{ Request: { } request }] && request.Links is [{ Slot: 0 }, { Name: "other", Slot: 2 }]);
        Assert.Contains(candidates, steps => steps is [{ Request: { } request }] && request.Links is [{ Name: "one" }]);
    }

    [Fact]
    public void Between_ProtectedRequests_SwitchesTheProtectionOffBeforeAnythingElse()
    {
        const string Protected = "\nterraform: { protect: true }";
        var candidates = Candidates(Two + Protected, Two.Replace("westeurope", "northeurope") + Protected);

        Assert.NotEmpty(candidates);
        Assert.All(candidates, steps => Assert.All(steps, step => Assert.False(step.Request!.Terraform.Protect)));
        Assert.All(candidates, steps => Assert.Equal("westeurope", steps[0].Request!.Azure["azure"].Location));
        Assert.All(candidates, steps => Assert.Equal("northeurope", steps[^1].Request!.Azure["azure"].Location));
    }

    [Fact]
    public async Task Find_AWayThatApplies_GivesItsStepsAndForecasts()
    {
        Workbench.FindTerraform();
        var (before, after) = (Read(Two), Read(Two.Replace("10.2.0.0/16", "10.3.0.0/16").Replace("westeurope", "northeurope").Replace("shop", "store")));
        var steps = await new StepPlanner(Deploy, _ => { }).FindAsync(before, after, TestContext.Current.CancellationToken);

        Assert.Equal(2, steps.Count);
        Assert.Equal(("Change name alone", "Apply the request itself"), (steps[0].What, steps[1].What));
        Assert.Equal(Read(Two.Replace("shop", "store")), Read(steps[0].Request!));
        Assert.Null(steps[1].Request);
        Assert.Contains(steps[1].Forecast.Changes, change => change is { Type: "aws_vpc", Replaces: true });
    }

    // Each candidate ends with a refusal: no way is made up.
    [Fact]
    public async Task Find_NoWay_GivesNoSteps()
    {
        Workbench.FindTerraform();

        Assert.Empty(await new StepPlanner(Deploy, _ => { }).FindAsync(Read(Two), Read(Two.Replace("10.2.0.0/16", "10.3.0.0/16")), TestContext.Current.CancellationToken));
    }

    // Only the network of the request, which a request of that name or location keeps from being replaced.
    private static DeployedRequest? Deploy(VpnRequest request)
    {
        var network = ConnectivityPlan.CreateUnchecked(request).AwsSites[0].Network.Cidrs[0];
        return new DeployedRequest(
            [$$"""
            {
              "terraform": { "required_providers": { "aws": { "source": "hashicorp/aws" } } },
              "provider": { "aws": [{ "region": "eu-central-1" }] },
              "resource": { "aws_vpc": {
                "main": { "cidr_block": "{{network}}", "tags": { "Name": "{{request.Name}}" }, "lifecycle": { "prevent_destroy": {{(request.Name == "shop" || request.Azure["azure"].Location == "westeurope" ? "true" : "false")}} } }
              } }
            }
            """],
            []);
    }

    private static List<IReadOnlyList<CandidateStep>> Candidates(string before, string after) => [.. StepCandidates.Between(Read(before), Read(after))];

    private static VpnRequest Read(string yaml) => RequestReader.Read(yaml, "test.yaml", _ => null).Document!.Request;
}
