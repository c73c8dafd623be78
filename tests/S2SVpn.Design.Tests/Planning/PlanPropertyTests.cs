using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>What holds for the plan of any request that no rule refuses. A failure prints its seed and the smallest request.</summary>
public sealed class PlanPropertyTests
{
    [Fact]
    public void Check_AnyRequest_HasNoError() => PlanProperty.Holds((request, _) => Assert.Empty(Errors(request)));

    [Fact]
    public void From_EditedRequestThatTheRulesLetPass_HasAPlan() => Prop
        .ForAll(EditedRequests.All.ToArbitrary(), request =>
        {
            if (Errors(request).Count > 0)
            {
                return;
            }

            var plan = ConnectivityPlan.CreateUnchecked(request);
            Assert.All(plan.Links.GroupBy(link => link.AwsSite), PlanProperty.AreDistinct);
            Assert.All(plan.Links.GroupBy(link => link.AzureSite), PlanProperty.AreDistinct);
            Assert.NotEmpty(PlanJson.Write(plan));
        })
        .Check(PlanProperty.Config.WithMaxTest(5 * PlanProperty.Runs));

    [Fact]
    public void From_SameRequest_GivesAnEqualPlan() => PlanProperty.Holds((request, plan) =>
    {
        var again = ConnectivityPlan.CreateUnchecked(request with { Links = [.. request.Links.Select(link => link with { })] });
        Assert.Equal(plan, again);
        Assert.Equal(plan.GetHashCode(), again.GetHashCode());
        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(again));
    });

    [Fact]
    public void From_RequestWithOneLinkMore_ChangesNoOtherTunnel() => PlanProperty.Holds((request, plan) =>
    {
        var without = ConnectivityPlan.CreateUnchecked(request with { Links = [.. request.Links.SkipLast(1)] });
        Assert.Equal(without.Links, plan.Links.SkipLast(1));
        foreach (var (before, after) in without.AwsSites.Zip(plan.AwsSites))
        {
            Assert.Empty(before.Links.Except(after.Links));
            Assert.Empty(before.CustomerGateways.Except(after.CustomerGateways));
        }

        foreach (var (before, after) in without.AzureSites.Zip(plan.AzureSites))
        {
            Assert.Empty(before.Links.Except(after.Links));
            Assert.All(before.Gateway.Instances, instance =>
                Assert.Empty(instance.BgpAddresses.Except(after.Gateway.Instances[instance.Index].BgpAddresses)));
        }
    });

    [Fact]
    public void From_AnyRequest_ChangesEachGatewayByOneStepAfterTheOther() => PlanProperty.Holds((_, plan) => Assert.All(plan.AzureSites, site =>
    {
        Assert.Equal(site.GatewaySteps.Count, site.GatewaySteps.Distinct().Count());
        Assert.Equal(site.GatewaySteps, site.GatewaySteps.OrderBy(step => step.Kind));
        Assert.Equal(site.Network.Spokes.Count + site.Gateway.NatRules.Count + site.Links.Sum(link => link.Connections.Count), site.GatewaySteps.Count);
    }));

    [Fact]
    public void From_AnyRequest_NamesWithinTheLimitsAndOnlyOnce() => PlanProperty.Holds((_, plan) =>
    {
        string[] names =
        [
            .. plan.AzureSites.Select(site => site.Network.Name),
            .. plan.AzureSites.Select(site => site.Gateway.Name),
            .. plan.AzureSites.SelectMany(site => site.Links).SelectMany(link => link.Connections).SelectMany(connection => new[] { connection.Name, connection.LocalNetworkGateway.Name }),
            .. plan.AzureSites.SelectMany(site => site.Gateway.Instances).Select(instance => instance.PublicIp!),
            .. plan.AzureSites.SelectMany(site => site.SecurityGroups).Select(group => group.Name),
        ];
        Assert.All(names, name => Assert.Matches("^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$", name));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var connections = plan.AwsSites.SelectMany(site => site.Links).SelectMany(link => link.Connections).Select(connection => connection.Name).ToList();
        Assert.Equal(connections.Count, connections.Distinct().Count());
    });

    [Fact]
    public void From_AnyRequest_AdmitsExactlyTheFlowsOfTheRequest() => PlanProperty.Holds((request, plan) =>
    {
        foreach (var link in plan.Links)
        {
            var filters = new Filters(plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
            foreach (var (aws, azure, direction, port) in filters.Samples())
            {
                var asked = Flows.Asks(request, link, aws, azure, direction, port);
                Assert.Equal((asked, asked), filters.Admit(aws, azure, direction, port));
            }
        }
    });

    private static List<string> Errors(VpnRequest request)
    {
        var sources = new SourceMap.Builder(new SourceSpan("made-up.yaml", 1, 1, 0)).Build();
        return RuleBook.Check(new RequestDocument(request, sources)).Where(finding => finding.Stops).Select(finding => finding.Message).ToList();
    }
}
