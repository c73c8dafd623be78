using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What machines that tunnels end on need of their clouds, read from Terraform's state alone.</summary>
public sealed class MachineNeedTests
{
    private static readonly string[] Examples = ["strongswan", "strongswan-pair", "strongswan-azure", "wireguard", "wireguard-pair"];

    private static readonly Dictionary<string, Lazy<Task<IReadOnlyList<string>>>> Applied = Examples
        .ToDictionary(name => name, name => new Lazy<Task<IReadOnlyList<string>>>(() => TerraformApply.RunAsync([Example.Read(name).Stacks[0].Json.ToJsonString()], [], CancellationToken.None)));

    public static TheoryData<string> Names => [.. MachineNeedCases.Faults.Keys];

    public static TheoryData<string> RightNames => [.. MachineNeedCases.Right.Keys];

    public static TheoryData<string> ExampleNames => [.. Examples];

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public async Task Need_OfAnExample_IsMet(string example)
    {
        var needs = Needs(await StateAsync(example));

        Assert.NotEmpty(needs);
        Assert.All(needs, need => Assert.Null(need.Fault));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Need_OfAMachineThatCanNot_SaysWhy(string name)
    {
        var (example, put, need, said) = MachineNeedCases.Faults[name];
        var state = await StateAsync(example);
        put(state);

        var faults = Needs(state).Where(each => each.Fault is not null).ToList();

        Assert.Contains(faults, each => each.Name == need);
        var told = string.Join('\n', faults.Where(each => each.Name == need).Select(each => $"{each.Fault!.Cause} {string.Join(' ', each.Fault.Resources)}"));
        Assert.All(said, words => Assert.Contains(words, told, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RightNames))]
    public async Task Need_OfAMachineThatCanInAnotherWay_IsMet(string name)
    {
        var (example, put) = MachineNeedCases.Right[name];
        var state = await StateAsync(example);
        put(state);

        Assert.All(Needs(state), need => Assert.Null(need.Fault));
    }

    [Fact]
    public async Task Need_OfAMachineInAnExistingNetwork_IsMet()
    {
        var state = await StateAsync("strongswan");
        var (vpc, subnet, table) = ((string)state["aws_vpc"]["id"]!, (string)state["aws_subnet"]["id"]!, (string)state["aws_route_table"]["id"]!);
        var design = LabBench.Designed($$"""
            name: existing
            environment: lab
            aws:
              region: eu-central-1
              network:
                existing: {{vpc}}
                cidr: 10.0.0.0/16
                subnets:
                  main: { existing: {{subnet}}, cidr: 10.0.0.0/24 }
                routeTables: [{{table}}]
              gateway:
                kind: appliance
                appliance: { software: strongswan, address: 10.0.0.28 }
            azure:
              location: westeurope
              network: 10.3.0.0/24
            """);
        state.Remove("aws_vpc").Remove("aws_subnet").Remove("aws_route_table").Remove("aws_route_table_association").Remove("aws_internet_gateway").Remove("aws_route", "network_route-0-0-0-0-0");

        Assert.All(Needs(state, design.Existing), need => Assert.Null(need.Fault));
        // A machine's public address is refused in a VPC without one.
        Assert.Contains(design.Existing, thing => thing.Type == "aws_internet_gateway" && (string?)thing.Values["vpc_id"] == vpc);
    }

    [Fact]
    public async Task Layout_OfTwoMachinesWithOneUserData_SaysThatTheyAreOne()
    {
        var state = await StateAsync("strongswan-pair");
        state.Set("aws_instance", "gateway_machine-1", "user_data_base64", state["aws_instance", "gateway_machine-0"]["user_data_base64"]!.DeepClone());

        var exception = Assert.Throws<LabException>(() => Needs(state));

        Assert.Contains("have the same machine.json in their user data", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strongswan", "remote_ts = 0.0.0.0/0", "remote_ts = 0.0.0.0/0[tcp]", "has 0.0.0.0/0[tcp] in remote_ts, and the rehearsal knows IPv4 networks there")]
    [InlineData("strongswan", "local_ts = 0.0.0.0/0", "local_ts = dynamic", "has dynamic in local_ts")]
    [InlineData("strongswan", "remote_addrs = ", "remote_addrs = %any #", "has the remote_addrs %any, and the rehearsal knows one IPv4 address")]
    [InlineData("wireguard", "ListenPort = ", "ListenPort = 99", "which is no port")]
    public async Task Layout_OfASettingThatTheLabDoesNotKnow_NamesFileAndSetting(string example, string from, string to, string said)
    {
        var state = await StateAsync(example);
        MachineFiles.Rewrite(state["aws_instance", "gateway_machine-0"], "user_data_base64", from, to);

        var exception = Assert.Throws<LabException>(() => Needs(state));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    // swanctl puts sections of one name together: docs.strongswan.org/docs/latest/config/strongswanConf.html.
    [Fact]
    public async Task Layout_OfAConnectionInTwoFiles_HasBoth()
    {
        var state = await StateAsync("strongswan");
        MachineFiles.Rewrite(state["aws_instance", "gateway_machine-0"], "user_data_base64", "write_files:\n", "write_files:\n  - path: /etc/swanctl/conf.d/zz.conf\n    content: |\n      connections {\n        s2s0 {\n          mobike = maybe\n        }\n      }\n");

        var connection = ApplianceMachineNode.InAws(TerraformState.Read(state.ToString()))[0].Ends.First(end => end.Key == "s2s0").Value;

        Assert.Equal("maybe", connection.Text("mobike"));
        Assert.NotNull(connection.Text("remote_addrs"));
        Assert.NotNull(connection.Section("children").Section("s2s0").Text("remote_ts"));
    }

    [Fact]
    public async Task Layout_OfACardWhoseGroupIsGone_NamesBoth()
    {
        var state = (await StateAsync("strongswan")).Set("aws_network_interface", "", "security_groups", new JsonArray("sg-0fffffffffffffff0"));

        var exception = Assert.Throws<LabException>(() => Needs(state));

        Assert.Matches("^aws_network_interface.* has the security group sg-0fffffffffffffff0, which isn't in Terraform's state", exception.Message);
    }

    private static List<MachineNeed> Needs(StateEdits state, IReadOnlyList<ExistingThing>? existing = null)
    {
        var layout = LabLayout.From(TerraformState.Read(state.ToString()).With(existing ?? []), new Dictionary<string, IReadOnlyList<string>>());
        return
        [
            .. from machine in layout.Gateways.SelectMany(gateway => gateway.Appliance)
               let peers = layout.Ends.Where(end => end.Appliance?.Machine.Name == machine.Name).Select(end => end.PeerOutside).ToList()
               from need in MachineNeed.Of(machine, peers)
               select need,
        ];
    }

    private static async Task<StateEdits> StateAsync(string name)
    {
        Workbench.FindTerraform();
        return new StateEdits((await Applied[name].Value)[0]);
    }
}
