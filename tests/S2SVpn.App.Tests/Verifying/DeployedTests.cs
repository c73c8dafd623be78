using S2SVpn.App.Commands;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Lab;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verifying;

/// <summary>What 'verify' finds of what Terraform deployed to simulated clouds: nothing, or the fault that was put into it.</summary>
public sealed class DeployedTests : IDisposable
{
    // What of the lab's table no cloud tells, or not while something else carries the traffic.
    private static readonly Dictionary<string, string> Unseen = new(StringComparer.Ordinal)
    {
        ["no static route on the VPN connection"] = "the other connection has the route",
        ["no network of AWS in the local network gateway"] = "the other connections have it",
        ["one key for both tunnels of a connection"] = "it reads no keys",
        ["one key for tunnels of two connections"] = "it reads no keys",
        ["a key that is too short"] = "it reads no keys",
        ["a key of one character"] = "it reads no keys",
        ["public addresses in one zone"] = "it does not ask for zones",
        ["a network of AWS in the local network gateway beside BGP"] = "the tunnels and their routes are as they should be; it does not ask for local network gateways",
        ["a route of the gateway's own subnet to nowhere"] = "Azure has no effective routes of a gateway's subnet",
    };

    private static readonly string[] SeenGroups = ["tunnels", "bgp", "routes", "machines"];

    private readonly ProgramRun _program = new();

    public static TheoryData<string> Examples => [.. VerbRun.Examples.Select(row => row.Data)];

    public static TheoryData<string> Faults => [.. LabFaults.All.Where(fault => SeenGroups.Contains(fault.Group) && !Unseen.ContainsKey(fault.Name)).Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Verify_ExampleAsDeployed_FindsNothingOff(string example)
    {
        _ = Workbench.FindTerraform();
        var request = CheckedRequest.Read(VerbRun.Example(example)).Document!.Request;
        var plan = ConnectivityPlan.CreateUnchecked(request);
        var design = LabDesign.From(plan);
        var run = await _program.RunAsync(VerbRun.Example(example));
        Assert.True(run.ExitCode == 0, run.Error);
        var stacks = plan.Terraform.Stacks.Select(stack => new StackFolder(stack.Name, File.ReadAllText(_program["cdktf.out", "stacks", stack.Name, "cdk.tf.json"]), State: null)).ToList();
        var clouds = new SimulatedClis(await TerraformApply.RunAsync(stacks, design.Existing, TestContext.Current.CancellationToken), design, [.. request.Aws.SelectMany(site => site.Value.Behind)]);

        var checks = await CheckAsync(plan, clouds);

        Assert.All(checks, check => Assert.True(check.Passed, $"{check.Group} {check.Name}: {check.Seen}; {check.Cause}"));
        // Of tunnels between machines only alarms tell.
        Assert.Contains(checks, check => check.Group == (plan.AwsSites[0].Gateway.Appliance is not null && plan.AzureSites[0].Gateway.Appliance is not null ? "machines" : "tunnels"));
        Assert.Contains(checks, check => check.Group is "routes" or "transit routes");
        Assert.Equal(plan.Links.Any(link => link.Routing == Design.Request.Routing.Bgp && plan.AzureSite(link.AzureSite).Gateway.Appliance is null && link.Tunnels.Any(tunnel => tunnel.IsUsed)), checks.Any(check => check.Group == "bgp"));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Verify_FaultOfTheLab_IsNamed(string name)
    {
        var fault = LabFaults.All.Single(one => one.Name == name);
        var state = await LabBench.StateAsync();
        fault.Put(state);
        var plan = ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(Repository.File("s2svpn.yaml")).Document!.Request);

        var off = (await CheckAsync(plan, new SimulatedClis([state.ToString()], LabDesign.From(plan)))).Where(check => !check.Passed).ToList();

        Assert.NotEmpty(off);
        Assert.All(off, check => Assert.NotNull(check.Cause));
        if (fault.Group is "tunnels" or "bgp")
        {
            // No tunnel is named that the fault does not concern.
            var named = off.Where(check => check.Group == fault.Group).Select(check => check.Name.Split(',')[0].Split(' ')[^1]).Distinct().ToList();
            Assert.NotEmpty(named);
            Assert.All(named, tunnel => Assert.Contains(tunnel, fault.Check));
        }
        else
        {
            Assert.Contains(off, check => check.Group is "routes" or "effective routes");
        }
    }

    [Fact]
    public async Task Verify_StarterAsDeployed_SeesTheRoutesOfAMachineInAzure()
    {
        var plan = ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(Repository.File("s2svpn.yaml")).Document!.Request);

        var checks = await CheckAsync(plan, new SimulatedClis([(await LabBench.StateAsync()).ToString()], LabDesign.From(plan)));

        Assert.Contains(checks, check => check is { Group: "effective routes", Name: "app, Azure: 10.2.0.0/16", Passed: true });
    }

    [Fact]
    public void Unseen_Each_IsAFaultOfTheLab() => Assert.Empty(Unseen.Keys.Except(LabFaults.All.Select(fault => fault.Name)));

    public void Dispose() => _program.Dispose();

    private static Task<IReadOnlyList<VerifyCheck>> CheckAsync(ConnectivityPlan plan, SimulatedClis clouds) =>
        VerifyCommand.CheckAsync(plan, new DeployedOutputs(clouds.Outputs), clouds, TestContext.Current.CancellationToken);
}
