using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Rehearsals of appliances: on what their machines are given.</summary>
public sealed class ApplianceTests
{
    private static readonly Dictionary<string, Lazy<Task<IReadOnlyList<string>>>> Applied = new[] { "strongswan", "strongswan-pair", "strongswan-azure" }
        .ToDictionary(name => name, name => new Lazy<Task<IReadOnlyList<string>>>(() => TerraformApply.RunAsync([Example.Read(name).Stacks[0].Json.ToJsonString()], [], CancellationToken.None)));

    private static readonly Dictionary<string, (Action<StateEdits> Put, string Group, string[] Said)> Faults = new()
    {
        ["forwarding off"] = (
            state => Rewrite(state, "net.ipv4.ip_forward = 1", "net.ipv4.ip_forward = 0"), "machines", ["forwards nothing", "net.ipv4.ip_forward is not 1"]),
        ["forwarding on and off again"] = (
            state => Rewrite(state, "net.ipv4.ip_forward = 1", "net.ipv4.ip_forward = 1\n      net.ipv4.ip_forward = 0"), "machines", ["net.ipv4.ip_forward is not 1"]),
        ["forwarding off by its other name"] = (
            state => Rewrite(state, "net.ipv4.ip_forward = 1", "net.ipv4.ip_forward = 1\n      net.ipv4.conf.all.forwarding = 0"), "machines", ["net.ipv4.ip_forward is not 1"]),
        ["another interface in the rules for forwarding"] = (
            state => Rewrite(state, "oifname { \"s2s0\" }", "oifname { \"s2s1\" }"), "machines", ["If the tunnel checks pass, look at the filter for what is forwarded (nftables), in the user data"]),
        ["source and destination checked"] = (
            state => state.Set("aws_network_interface", "machine-0", "source_dest_check", true), "machines", ["source_dest_check", "AWS swallows what it forwards"]),
        ["another elastic address than the local network gateway's"] = (
            state => state.Set("aws_eip", "machine-0", "public_ip", "203.0.113.9"), "tunnels", ["local network gateway points at a different address", "the elastic address is 203.0.113.9"]),
        ["UDP 500 closed"] = (
            state => state.Remove("aws_vpc_security_group_ingress_rule", "azure-0-udp-500"), "tunnels", ["does not let UDP 500 in from its peer"]),
        ["UDP 4500 closed to the peer"] = (
            state => state.Set("aws_vpc_security_group_ingress_rule", "azure-0-udp-4500", "cidr_ipv4", "203.0.113.7/32"), "tunnels", ["does not let UDP 4500 in from its peer"]),
        ["UDP 500 open to all"] = (
            state => state.Set("aws_vpc_security_group_ingress_rule", "azure-0-udp-500", "cidr_ipv4", "0.0.0.0/0"), "filters", ["lets udp 500 in from anywhere, not from the peers alone"]),
        ["no way to the internet"] = (
            state => state.Remove("aws_route", "network_route-0-0-0-0-0"), "filters", ["has no route to an internet gateway"]),
        ["no HTTPS out"] = (
            state => state.Remove("aws_vpc_security_group_egress_rule", "out-443"), "filters", ["lets no TCP 443 out, so that the machine can't fetch its keys"]),
        ["no HTTP out"] = (
            state => state.Remove("aws_vpc_security_group_egress_rule", "out-80"), "filters", ["lets no TCP 80 out, so that the machine can't fetch its packages"]),
        ["connections where swanctl does not look"] = (
            state => Rewrite(state, "- path: /etc/swanctl/conf.d/s2s.conf", "- path: /etc/swanctl/s2s.conf"), "tunnels", ["has no such tunnel in the files that its software reads"]),
        ["no key that swanctl reads"] = (
            state => Rewrite(state, "include /run/s2s/keys.conf", ""), "filters", ["never reads /run/s2s/keys.conf"]),
        ["route to another interface"] = (
            state => state.Set("aws_route", "gateway_route", "network_interface_id", "eni-elsewhere"), "machines", ["sends 10.3.0.0/24 from subnet", "to eni-elsewhere"]),
        ["route to half of the VNet"] = (
            state => state.Set("aws_route", "gateway_route", "destination_cidr_block", "10.3.0.0/25"), "machines", ["The route table of subnet", "leads only 10.3.0.0/25 of 10.3.0.0/24 to the gateway"]),
        ["replay protection off"] = (
            state => Rewrite(state, "replay_window = 1024", "replay_window = 0"), "tunnels", ["takes packets that it has had before (replay_window is 0)"]),
        ["a child SA that ends before it is renewed"] = (
            state => Rewrite(state, "life_time = 3420s", "life_time = 40m  # less"), "tunnels", ["ends a child SA (life_time 40m) before it renews it (rekey_time 3240s)"]),
        ["a child SA that is renewed by what it carries"] = (
            state => Rewrite(state, "life_time = 3420s", "life_time = 3420s\n              rekey_bytes = 500000"), "tunnels", ["by what it has carried (rekey_bytes is 500000)"]),
        ["a dead peer that nobody asks for"] = (
            state => Rewrite(state, "dpd_delay = ", "dpd_delay = 0s # "), "tunnels", ["never asks whether a silent peer is there (dpd_delay is 0s)"]),
        ["a dead peer that is asked for late"] = (
            state => Rewrite(state, "dpd_delay = ", "dpd_delay = 3600s # "), "tunnels", ["before a silent peer counts as dead, in place of "]),
        ["a dead peer that is asked without end"] = (
            state => Rewrite(state, "retransmit_tries = 4", "retransmit_tries = 40"), "tunnels", ["before a silent peer counts as dead, in place of "]),
        ["a selector of its own subnet"] = (
            state => Rewrite(state, "local_ts = 0.0.0.0/0", "local_ts = 10.0.0.0/24"), "tunnels", ["The traffic selectors of the two ends differ"]),
        ["its peer behind itself"] = (
            state => state.Add("aws_route", "into-itself", new System.Text.Json.Nodes.JsonObject
            {
                ["route_table_id"] = (string?)state["aws_route", "network_route-0-0-0-0-0"]["route_table_id"],
                ["destination_cidr_block"] = "198.18.0.0/15",
                ["network_interface_id"] = (string?)state["aws_network_interface"]["id"],
            }), "filters", ["sends 198.18.0.0/15 from the subnet of "]),
        ["any version of IKE"] = (
            state => Rewrite(state, "version = 2", "version = 0"), "tunnels", ["the other end would also accept other algorithms or versions"]),
        ["a child SA that is never renewed"] = (
            state => Rewrite(state, "rekey_time = 3240s", "rekey_time = 0"), "tunnels", ["never renews the child SA (rekey_time is 0)"]),
        ["key of another version"] = (
            state => state.Set("aws_secretsmanager_secret_version", "link-1-1", "secret_string", "anotherKeyThanThatOfTheOtherEnd1"), "tunnels", ["The pre-shared keys of the two ends differ."]),
        ["another cipher in its file"] = (
            state => Rewrite(state, "proposals = aes256-sha384-ecp384", "proposals = aes128-sha384-ecp384"), "tunnels", ["no encryption for IKE in common", "aes128"]),
        ["another address of its own in its file"] = (
            state => Rewrite(state, "local_addrs = 10.0.0.28", "local_addrs = 10.0.0.82"), "tunnels", ["has another address than its machine (local_addrs)"]),
        ["another name of its own"] = (
            state => Rewrite(state, $"id = {state["aws_eip", "machine-0"]["public_ip"]}", "id = 10.0.0.28"), "tunnels", ["says that it is 10.0.0.28 (id, under local), and its peer takes"]),
        ["another name of its peer"] = (
            state => Rewrite(state, $"id = {state["azurerm_public_ip", "gateway"]["ip_address"]}", "id = 198.51.100.9"), "tunnels", ["takes 198.51.100.9 alone for its peer (id, under remote)"]),
        ["no local network that may be gone out to"] = (
            state => state.Remove("aws_vpc_security_group_egress_rule", "gateway_filter_to-"), "filters", ["out to 10.0.0.10 (access 1): a cloud filters at the interface of"]),
        ["another peer in its file"] = (
            state => Rewrite(state, $"remote_addrs = {state["azurerm_public_ip", "gateway"]["ip_address"]}", "remote_addrs = 203.0.113.8"), "tunnels", ["has another address for its peer", "remote_addrs is 203.0.113.8"]),
    };

    private static readonly string[] Machines = ["strongswan-pair-test-gateway-aws-0", "strongswan-pair-test-gateway-aws-1"];

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [InlineData("strongswan", "tunnels 1, rekeying 1, routes 2, machines 2")]
    [InlineData("strongswan-azure", "tunnels 2, rekeying 2, bgp 2, routes 4, machines 2")]
    [InlineData("strongswan-pair", "tunnels 4, rekeying 4, bgp 4, routes 8")]
    public async Task Rehearsal_OfAnAppliance_HoldsInEveryCheck(string name, string begin)
    {
        var report = await HoldAsync(name, await StateAsync(name));

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.StartsWith(begin, string.Join(", ", report.Checks.GroupBy(check => check.Group).Select(group => $"{group.Key} {group.Count()}")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearsal_OfAFaultOfAnAppliance_FindsAndExplainsIt(string name)
    {
        var (put, group, said) = Faults[name];
        var state = await StateAsync("strongswan");
        put(state);

        var report = await HoldAsync("strongswan", state);

        var failed = report.Checks.Where(check => check.Group == group && !check.Passed).ToList();
        Assert.True(failed.Count > 0, $"Nothing of '{group}' failed:\n{LabBench.Failures(report)}");
        var explained = string.Join('\n', failed.Select(check => check.Explanation));
        Assert.All(said, words => Assert.Contains(words, explained, StringComparison.Ordinal));
        Assert.DoesNotContain((string?)state["random_password", "keys"]["result"] ?? "", LabBench.Failures(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rehearsal_OfAPair_LosesEachMachineAndTrafficSurvives()
    {
        var report = await HoldAsync("strongswan-pair", await StateAsync("strongswan-pair"), new LabOptions());

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.Equal(
            [
                .. Machines.Select(name => $"AWS machine {name} lost"),
                "Azure instance 0 lost", "Azure instance 1 lost", "all but tunnel 2.2 lost",
                $"routes move from AWS machine {Machines[0]} to the other and back", $"AWS machine {Machines[0]} and the other don't hear each other",
                .. Machines.Select(name => $"AWS machine {name} restarted"),
                $"charon of AWS machine {Machines[0]} hangs", $"AWS machine {Machines[0]} has another public address",
            ],
            report.Drills.Select(drill => drill.Name).Where(name => !name.StartsWith("tunnel ", StringComparison.Ordinal)));
        // The routes move while both machines carry traffic. On a busy machine a reply may come too late.
        var apart = report.Drills.Single(drill => drill.Name.EndsWith("don't hear each other", StringComparison.Ordinal));
        Assert.InRange(apart.Lost, 0, apart.Sent / 100);
    }

    [Fact]
    public async Task Rehearsal_OfAPairInOneZone_SaysSo()
    {
        var state = await StateAsync("strongswan-pair");
        state.Set("aws_subnet", "vpn-b", "availability_zone", "eu-central-1a");

        var report = await HoldAsync("strongswan-pair", state);

        Assert.Contains($"Both machines of the pair, {Machines[0]} and {Machines[1]}, are in zone eu-central-1a, where zones eu-central-1a and eu-central-1b were designed", LabBench.Failures(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("direct;", "direct;\n              passive on;", "waits to be called (passive, in bird.conf), and so does Azure's gateway")]
    [InlineData("import filter {", "import filter { bgp_local_pref = 50;", "another preference (bgp_local_pref, in bird.conf)")]
    [InlineData("export filter { if net", "export filter { bgp_path.prepend(64512); if net", "makes the paths that it announces longer (bgp_path.prepend, in bird.conf)")]
    [InlineData("direct;", "direct;\n              disabled;", "Addresses and ASNs of both ends are as designed, and something else keeps the session down: see the log, and bird.conf of ")]
    public async Task Rehearsal_OfAnotherSessionOfBird_SaysWhatItDoes(string from, string to, string said)
    {
        var state = await StateAsync("strongswan-pair");
        Rewrite(state, from, to);

        Assert.Contains(said, LabBench.Failures(await HoldAsync("strongswan-pair", state)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rehearsal_OfASecondMachineThatIsAsNear_NamesIt()
    {
        var state = await StateAsync("strongswan-pair");
        MachineFiles.Rewrite(state["aws_instance", "gateway_machine-1"], "user_data_base64", "bgp_path.prepend(64512); accept", "accept");

        Assert.Contains($"BIRD on {Machines[1]} announces paths as short as {Machines[0]} does", LabBench.Failures(await HoldAsync("strongswan-pair", state)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rehearsal_OfAPairOfWhichOneMachineHasNoTunnel_NamesItsFile()
    {
        var state = await StateAsync("strongswan-pair");
        Rewrite(state, "- path: /etc/swanctl/conf.d/s2s.conf", "- path: /etc/swanctl/s2s.conf");

        var report = await HoldAsync("strongswan-pair", state);

        Assert.Contains($"swanctl of {Machines[0]} does not load /etc/swanctl/s2s.conf", LabBench.Failures(report), StringComparison.Ordinal);
        Assert.Contains($"The machine {Machines[0]} has no such tunnel", LabBench.Failures(report), StringComparison.Ordinal);
    }

    private static async Task<StateEdits> StateAsync(string name)
    {
        Workbench.FindTerraform();
        return new StateEdits((await Applied[name].Value)[0]);
    }

    private static Task<LabReport> HoldAsync(string name, StateEdits state, LabOptions? options = null) =>
        LabBench.RunAsync(state, LabBench.Designed(File.ReadAllText(Repository.File("examples", $"{name}.yaml"))), options);

    private static void Rewrite(StateEdits state, string from, string to) => MachineFiles.Rewrite(state["aws_instance", "gateway_machine-0"], "user_data_base64", from, to);
}
