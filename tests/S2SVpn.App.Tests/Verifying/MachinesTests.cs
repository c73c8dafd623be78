using S2SVpn.App.Commands;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Rehearsal.Tests.Lab;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verifying;

/// <summary>What 'verify' finds of the machines of WireGuard at both ends, as the clouds' own programs tell of them.</summary>
public sealed class MachinesTests
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> Applied = new(() => TerraformApply.RunAsync([Example.Read("wireguard").Stacks[0].Json.ToJsonString()], [], CancellationToken.None));

    private static readonly Dictionary<string, (Action<StateEdits> Put, string Check, string Seen, string Cause)> Faults = new(StringComparer.Ordinal)
    {
        ["source and destination checked in AWS"] = (
            state => state.Set("aws_network_interface", "machine-0", "source_dest_check", true), "wireguard-lab-gateway-aws-0, source/destination check", "on", "AWS swallows what the machine forwards"),
        ["another Elastic IP"] = (
            state => state.Set("aws_eip", "machine-0", "public_ip", "203.0.113.9"), "wireguard-lab-gateway-aws-0, public address", "203.0.113.9", "its Elastic IP was changed past Terraform"),
        ["IP forwarding off in Azure"] = (
            state => state.Set("azurerm_network_interface", "gateway_machine-0", "ip_forwarding_enabled", false), "wireguard-lab-gateway-azure-0, IP forwarding", "off", "Azure swallows what the machine forwards"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Fact]
    public async Task Verify_WireguardAsDeployed_SeesItsMachinesInBothClouds()
    {
        var checks = await CheckAsync(await StateAsync());

        Assert.All(checks, check => Assert.True(check.Passed, $"{check.Group} {check.Name}: {check.Seen}; {check.Cause}"));
        Assert.Equal(
            ["wireguard-lab-gateway-aws-0, AWS", "wireguard-lab-gateway-aws-0, source/destination check", "wireguard-lab-gateway-aws-0, public address", "wireguard-lab-gateway-azure-0, Azure", "wireguard-lab-gateway-azure-0, IP forwarding"],
            checks.Where(check => check.Group == "machines").Select(check => check.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verify_FaultOfAMachine_IsNamed(string name)
    {
        var (put, check, seen, cause) = Faults[name];
        var state = await StateAsync();
        put(state);

        var off = Assert.Single(await CheckAsync(state), each => each is { Group: "machines", Passed: false });

        Assert.Equal((check, seen), (off.Name, off.Seen));
        Assert.Contains(cause, off.Cause, StringComparison.Ordinal);
    }

    private static async Task<StateEdits> StateAsync()
    {
        _ = Workbench.FindTerraform();
        return new StateEdits((await Applied.Value)[0]);
    }

    private static Task<IReadOnlyList<VerifyCheck>> CheckAsync(StateEdits state)
    {
        var plan = ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(Repository.File("examples", "wireguard.yaml")).Document!.Request);
        var clouds = new SimulatedClis([state.ToString()], LabDesign.From(plan));
        return VerifyCommand.CheckAsync(plan, new DeployedOutputs(clouds.Outputs), clouds, TestContext.Current.CancellationToken);
    }
}
