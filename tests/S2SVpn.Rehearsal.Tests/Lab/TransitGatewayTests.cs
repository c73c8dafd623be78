using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What the route tables of a transit gateway keep apart.</summary>
public sealed class TransitGatewayTests
{
    private const string Gateway = "aws_ec2_transit_gateway";
    private const string Vpc = "aws_ec2_transit_gateway_vpc_attachment";
    private const string Association = "aws_ec2_transit_gateway_route_table_association";
    private const string Propagation = "aws_ec2_transit_gateway_route_table_propagation";

    private static readonly Lazy<Task<string>> Applied = new(async () =>
        (await TerraformApply.RunAsync([Assert.Single(Example.Read("transit-gateway-ecmp").Stacks).Json.ToJsonString()], [], CancellationToken.None))[0]);

    private static readonly Dictionary<string, (Action<StateEdits> Put, string Says)> Faults = new()
    {
        ["no default association"] = (state => state.Set(Gateway, "", "default_route_table_association", "disable"), Association),
        ["no default propagation"] = (state => state.Set(Gateway, "", "default_route_table_propagation", "disable"), Propagation),
        ["a VPC that is not associated"] = (state => state.Set(Vpc, "", "transit_gateway_default_route_table_association", false), Association),
        ["a VPC that does not propagate"] = (state => state.Set(Vpc, "", "transit_gateway_default_route_table_propagation", false), Propagation),
        ["a VPC without a subnet in one of its zones"] = (state => state[Vpc]["subnet_ids"]!.AsArray().RemoveAt(1), "has no subnet in eu-central-1"),
        ["a VPC that does not propagate, and a static route of something else"] = (state => Routed(state.Set(Vpc, "", "transit_gateway_default_route_table_propagation", false), "10.99.0.0/16"), Propagation),
        ["a VPC in another table"] = (state => state.Add(Association, "other", Joined(state, "tgw-rtb-other")), Propagation),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Fact]
    public async Task Layout_OfTheExample_KeepsNothingApart() => Assert.Empty(Layout(await StateAsync()).Gateways.SelectMany(gateway => gateway.BlockedPaths));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Layout_OfAFault_SaysWhatIsKeptApartAndWhy(string name)
    {
        var state = await StateAsync();
        Faults[name].Put(state);
        var closed = Layout(state).Gateways.SelectMany(gateway => gateway.BlockedPaths).ToList();

        Assert.NotEmpty(closed);
        Assert.All(closed, way => Assert.Contains(Faults[name].Says, way.Why));
    }

    [Fact]
    public async Task Layout_OfAVpcThatDoesNotPropagateAndHasAStaticRoute_KeepsNothingApart() =>
        Assert.Empty(Layout(Routed((await StateAsync()).Set(Vpc, "", "transit_gateway_default_route_table_propagation", false), "10.0.0.0/8")).Gateways.SelectMany(gateway => gateway.BlockedPaths));

    [Fact]
    public async Task Rehearsal_WithoutEcmp_SaysThatOneTunnelIsUsed()
    {
        var report = await LabBench.RunAsync((await StateAsync()).Set(Gateway, "", "vpn_ecmp_support", "disable"), LabBench.Designed(File.ReadAllText(Repository.File("examples", "transit-gateway-ecmp.yaml"))), new LabOptions { Only = ["routes"] });
        var failed = report.Checks.Where(check => !check.Passed).ToList();

        Assert.NotEmpty(failed);
        Assert.All(failed, check => Assert.EndsWith("to AWS", check.Name, StringComparison.Ordinal));
        Assert.All(failed, check => Assert.Contains("vpn_ecmp_support is disable", check.Explanation!.Cause));
    }

    // What another table propagates itself is a way again.
    [Fact]
    public async Task Layout_OfAVpcInATableThatKnowsTheConnections_LeadsThere()
    {
        var state = await StateAsync();
        state.Add(Association, "other", Joined(state, "tgw-rtb-other"));
        foreach (var (connection, index) in state.All("aws_vpn_connection").Select((connection, index) => (connection, index)).ToList())
        {
            state.Add(Propagation, $"p{index}", new JsonObject
            {
                ["id"] = $"p{index}",
                ["transit_gateway_attachment_id"] = connection["transit_gateway_attachment_id"]!.DeepClone(),
                ["transit_gateway_route_table_id"] = "tgw-rtb-other",
            });
        }

        Assert.DoesNotContain(Layout(state).Gateways.SelectMany(gateway => gateway.BlockedPaths), way => way.FromVpc);
    }

    [Fact]
    public async Task Rehearsal_OfAVpcThatDoesNotPropagate_FindsAndExplainsIt()
    {
        var state = await StateAsync();
        Faults["a VPC that does not propagate"].Put(state);
        var report = await LabBench.RunAsync(state, LabBench.Designed(File.ReadAllText(Repository.File("examples", "transit-gateway-ecmp.yaml"))));

        var failed = report.Checks.Where(check => check is { Group: "machines", Passed: false }).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, check => Assert.Contains("The transit gateway isolates them", check.Explanation!.Cause));
    }

    private static async Task<StateEdits> StateAsync()
    {
        Workbench.FindTerraform();
        return new StateEdits(await Applied.Value);
    }

    private static LabLayout Layout(StateEdits state) => LabLayout.From(TerraformState.Read(state.ToString()), new Dictionary<string, IReadOnlyList<string>>());

    private static StateEdits Routed(StateEdits state, string network) => state.Add("aws_ec2_transit_gateway_route", "own", new JsonObject
    {
        ["id"] = "r",
        ["destination_cidr_block"] = network,
        ["transit_gateway_attachment_id"] = state[Vpc]["id"]!.DeepClone(),
        ["transit_gateway_route_table_id"] = state[Gateway]["association_default_route_table_id"]!.DeepClone(),
    });

    private static JsonObject Joined(StateEdits state, string table) => new()
    {
        ["id"] = "a",
        ["transit_gateway_attachment_id"] = state.All(Vpc).First()["id"]!.DeepClone(),
        ["transit_gateway_route_table_id"] = table,
    };
}
