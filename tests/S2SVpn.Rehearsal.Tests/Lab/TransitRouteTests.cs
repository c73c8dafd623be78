using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Static routes that somebody adds to the table of a transit gateway, which its attachments propagate to.</summary>
public sealed class TransitRouteTests
{
    private const string Nowhere = "";
    private const string Vpc = "vpc";

    private static readonly Lazy<Task<string>> Applied = new(async () =>
        (await TerraformApply.RunAsync([Assert.Single(Example.Read("transit-gateway-ecmp").Stacks).Json.ToJsonString()], [], CancellationToken.None))[0]);

    [Theory]
    [InlineData("10.1.1.128/25", Nowhere, "1.1 to AWS, 1.2 to AWS, 2.1 to AWS, 2.2 to AWS", "sends 10.1.1.128/25 nowhere (blackhole)")]
    [InlineData("10.1.0.0/16", Nowhere, "1.1 to AWS, 1.2 to AWS, 2.1 to AWS, 2.2 to AWS", "a static route counts before a propagated one of the same network")]
    [InlineData("10.1.0.0/16", Vpc, "1.1 to AWS, 1.2 to AWS, 2.1 to AWS, 2.2 to AWS", "to aws_ec2_transit_gateway_vpc_attachment.")]
    [InlineData("10.2.0.0/16", "connection-1", "1.1 to Azure, 1.2 to Azure, 2.1 to Azure, 2.2 to Azure", "to aws_vpn_connection.")]
    [InlineData("10.1.0.0/16", "connection-1", "2.1 to AWS, 2.2 to AWS", "alone: in the transit gateway a static route counts before what the connections propagate")]
    public async Task Rehearsal_OfAStaticRoute_NamesItAtTheTunnelsThatLoseByIt(string network, string target, string checks, string cause)
    {
        var report = await RunAsync((network, target));
        var failed = report.Checks.Where(check => check is { Group: "routes", Passed: false }).ToList();

        Assert.Equal(checks, string.Join(", ", failed.Select(check => check.Name)));
        Assert.All(failed, check => Assert.Contains(cause, check.Explanation!.Cause));
        Assert.All(failed, check => Assert.Equal("aws_ec2_transit_gateway_route.own-0", check.Explanation!.Resources[0]));
    }

    // What it takes away, no packet passes either.
    [Theory]
    [InlineData("10.1.0.0/16", Nowhere, "machines")]
    [InlineData("10.2.0.0/16", "connection-1", "machines")]
    [InlineData("10.1.1.128/25", Nowhere, "access")]
    public async Task Rehearsal_OfAStaticRouteElsewhere_LosesPacketsAndSaysByWhichRoute(string network, string target, string group)
    {
        var report = await RunAsync((network, target));
        var failed = report.Checks.Where(check => check.Group == group && !check.Passed).ToList();

        Assert.NotEmpty(failed);
        Assert.All(failed, check => Assert.Contains($"aws_ec2_transit_gateway_route.own-0 sends {network} ", check.Explanation!.Cause));
    }

    // A longer route, a propagated or a static one, leads there all the same.
    [Theory]
    [InlineData("10.0.0.0/8", Nowhere)]
    [InlineData("0.0.0.0/0", Vpc)]
    [InlineData("10.77.0.0/16", "connection-1")]
    public async Task Rehearsal_OfAStaticRouteForWhatNobodyUses_HoldsInEveryCheck(string network, string target)
    {
        var report = await RunAsync((network, target));

        Assert.True(report.Passed, LabBench.Failures(report));
    }

    private static async Task<LabReport> RunAsync(params (string Network, string Target)[] routes)
    {
        Workbench.FindTerraform();
        var state = new StateEdits(await Applied.Value);
        foreach (var ((network, target), index) in routes.Select((route, index) => (route, index)))
        {
            state.Add("aws_ec2_transit_gateway_route", $"own-{index}", new JsonObject
            {
                ["id"] = $"route-{index}",
                ["destination_cidr_block"] = network,
                ["blackhole"] = target == Nowhere,
                ["transit_gateway_route_table_id"] = state["aws_ec2_transit_gateway"]["association_default_route_table_id"]!.DeepClone(),
                ["transit_gateway_attachment_id"] = target switch
                {
                    Nowhere => "",
                    Vpc => state["aws_ec2_transit_gateway_vpc_attachment"]["id"]!.DeepClone(),
                    _ => state["aws_vpn_connection", target]["transit_gateway_attachment_id"]!.DeepClone(),
                },
            });
        }

        return await LabBench.RunAsync(state, LabBench.Designed(File.ReadAllText(Repository.File("examples", "transit-gateway-ecmp.yaml"))));
    }
}
