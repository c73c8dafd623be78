using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Processes;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Rehearsals of WireGuard between two machines: on what they are given.</summary>
public sealed class WireguardTests
{
    private static readonly Dictionary<string, Lazy<Task<IReadOnlyList<string>>>> Applied = new[] { "wireguard", "wireguard-pair" }
        .ToDictionary(name => name, name => new Lazy<Task<IReadOnlyList<string>>>(() => TerraformApply.RunAsync([Example.Read(name).Stacks[0].Json.ToJsonString()], [], CancellationToken.None)));

    private static readonly Dictionary<string, (Action<StateEdits> Put, string Group, string[] Said)> Faults = new()
    {
        ["another public key in AWS's secret"] = (
            state => Pair(state["aws_secretsmanager_secret_version", "link-1-1"], "secret_string", "peer", CurveKeys.PublicOf(CurveKeys.NewPrivate())),
            "tunnels", ["wireguard-lab-gateway-aws-0 has another public key for its peer", "knows another key than that of Azure's machine"]),
        ["a PresharedKey at one end"] = (
            state => InAws(state, "[Peer]", "[Peer]\n      PresharedKey = MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI="), "tunnels", ["The PresharedKey of the two ends differs"]),
        ["a session that takes everything"] = (
            state => InAws(state, "import filter {", "import all; # {"), "tunnels", ["takes any network from its peer (import, in bird.conf), beyond what was designed"]),
        ["another private key in Azure's secret"] = (
            state => Pair(state["azurerm_key_vault_secret", "link-1-1"], "value", "private", CurveKeys.NewPrivate()),
            "tunnels", ["wireguard-lab-gateway-aws-0 has another public key for its peer"]),
        ["AllowedIPs without the VNet"] = (
            state => InAws(state, "AllowedIPs = 0.0.0.0/0", "AllowedIPs = 169.254.21.0/30, 10.0.0.0/16"),
            "machines", ["AllowedIPs of s2s0 on wireguard-lab-gateway-aws-0 are 169.254.21.0/30, 10.0.0.0/16", "WireGuard drops"]),
        ["AllowedIPs without the inside network"] = (
            state => InAzure(state, "AllowedIPs = 0.0.0.0/0", "AllowedIPs = 10.0.0.0/16"),
            "bgp", ["AllowedIPs of s2s0 on wireguard-lab-gateway-azure-0 do not include the BGP speaker"]),
        ["half of the VNet in BIRD's filter"] = (
            state => InAzure(state, "if net ~ [ 10.3.0.0/16+ ]", "if net ~ [ 10.3.0.0/17+ ]"), "routes", ["10.3.0.0/16 does not pass the BGP session", "bird.conf, in the user data of", "has no static route for it, or filters it"]),
        ["a subnet in BIRD's own routes"] = (
            state => InAzure(state, "route 10.3.0.0/16 blackhole", "route 10.3.1.0/24 blackhole"), "routes", ["10.3.0.0/16 does not pass the BGP session", "has no static route for it"]),
        ["BIRD's own routes turned off"] = (
            state => InAzure(state, "protocol static own {", "protocol static own {\n        disabled;"), "routes", ["10.3.0.0/16 does not pass the BGP session", "has no static route for it"]),
        ["no local network in the security group of AWS's machine"] = (
            state => state.Set("aws_vpc_security_group_ingress_rule", "gateway_filter_from-", "cidr_ipv4", "10.0.99.0/24"), "filters", ["(access 2): a cloud filters at the interface of wireguard-lab-gateway-aws-0 what the machine forwards too"]),
        ["no local network in the group of Azure's machine"] = (
            state => state.Set("azurerm_network_security_rule", "gateway_filter_from-networks", "source_address_prefixes", new JsonArray("10.3.99.0/24")), "filters", ["in from 10.3.1.10 (access 1): a cloud filters at the interface of wireguard-lab-gateway-azure-0"]),
        ["another peer in the security group of AWS's machine"] = (
            state => state.Set("aws_vpc_security_group_ingress_rule", "azure-0-udp-51820", "cidr_ipv4", "198.51.100.0/24"), "filters", ["lets udp 51820 in from 198.51.100.0, not from the peers alone"]),
        ["SSH for a stranger"] = (
            state => state.Add("aws_vpc_security_group_ingress_rule", "ssh", new JsonObject
            {
                ["security_group_id"] = (string?)state["aws_vpc_security_group_ingress_rule", "azure-0-udp-51820"]["security_group_id"],
                ["ip_protocol"] = "tcp",
                ["from_port"] = 22,
                ["to_port"] = 22,
                ["cidr_ipv4"] = "198.51.100.7/32",
            }), "filters", ["lets tcp 22 in from 198.51.100.7, not from the peers alone"]),
        ["forwarding off in the kernel of Azure's machine"] = (
            state => InAzure(state, "net.ipv4.ip_forward = 1", "net.ipv4.ip_forward = 0"), "machines", ["forwards nothing", "net.ipv4.ip_forward is not 1"]),
        ["IP forwarding off at Azure's interface"] = (
            state => state.Set("azurerm_network_interface", "gateway_machine-0", "ip_forwarding_enabled", false), "machines", ["ip_forwarding_enabled is false", "Azure swallows"]),
        ["source and destination checked in AWS"] = (
            state => state.Set("aws_network_interface", "machine-0", "source_dest_check", true), "machines", ["source_dest_check", "AWS swallows what it forwards"]),
        ["a private address that Azure chooses"] = (
            state => state["azurerm_network_interface", "gateway_machine-0"]["ip_configuration"]![0]!["private_ip_address_allocation"] = "Dynamic", "tunnels", ["Azure chooses the private address of wireguard-lab-gateway-azure-0 (private_ip_address_allocation is Dynamic)"]),
        // Of two ends that both send, one filter that is closed inwards lets the answers in.
        ["port closed in AWS"] = (
            state => state.Remove("aws_vpc_security_group_ingress_rule", "azure-0-udp-51820").Remove("aws_vpc_security_group_egress_rule", "azure-0-udp-51820"),
            "tunnels", ["wireguard-lab-gateway-aws-0 lets UDP 51820 neither in from its peer nor out to it"]),
        ["route to another interface in AWS"] = (
            state => state.Set("aws_route", "gateway_route", "network_interface_id", "eni-elsewhere"), "machines", ["sends 10.3.0.0/16 from subnet", "to eni-elsewhere"]),
        ["route to a subnet of the VPC in Azure"] = (
            state => state.Set("azurerm_route", "to-10-0-0-0-16", "address_prefix", "10.0.1.0/24"), "machines", ["The route table of subnet 'app' leads only 10.0.1.0/24 of 10.0.0.0/16 to the gateway"]),
        ["route to another address in Azure"] = (
            state => state.Set("azurerm_route", "to-10-0-0-0-16", "next_hop_in_ip_address", "10.3.10.9"), "machines", ["sends 10.0.0.0/16 from subnet 'app' to 10.3.10.9"]),
        ["route table on no subnet in Azure"] = (
            state => state.Remove("azurerm_subnet_route_table_association", "subnet-app"), "machines", ["subnet 'app' in Azure"]),
        ["no network security group before Azure's machine"] = (
            state => state.Remove("azurerm_network_interface_security_group_association"), "filters", ["No network security group stands before wireguard-lab-gateway-azure-0"]),
        ["another peer in the file of AWS's machine"] = (
            state => InAws(state, $"Endpoint = {state["azurerm_public_ip", "gateway"]["ip_address"]}", "Endpoint = 203.0.113.8"),
            "tunnels", ["has another address for its peer", "Endpoint is 203.0.113.8"]),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [InlineData("wireguard", "tunnels 1, bgp 1, routes 2, machines 4")]
    [InlineData("wireguard-pair", "tunnels 4, bgp 4, routes 8, machines 6")]
    public async Task Rehearsal_OfWireguard_HoldsInEveryCheck(string name, string begin)
    {
        var report = await HoldAsync(name, await StateAsync(name));

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.StartsWith(begin, string.Join(", ", report.Checks.GroupBy(check => check.Group).Select(group => $"{group.Key} {group.Count()}")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearsal_OfAFaultOfWireguard_FindsAndExplainsIt(string name)
    {
        var (put, group, said) = Faults[name];
        var state = await StateAsync("wireguard");
        put(state);

        var report = await HoldAsync("wireguard", state);

        var failed = report.Checks.Where(check => check.Group == group && !check.Passed).ToList();
        Assert.True(failed.Count > 0, $"Nothing of '{group}' failed:\n{LabBench.Failures(report)}");
        var explained = string.Join('\n', failed.Select(check => check.Explanation));
        Assert.All(said, words => Assert.Contains(words, explained, StringComparison.Ordinal));
        Assert.All(Keys(state), key => Assert.DoesNotContain(key, LabBench.Failures(report), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rehearsal_OfTwoPairs_LosesEachMachineAndTrafficSurvives()
    {
        var report = await HoldAsync("wireguard-pair", await StateAsync("wireguard-pair"), new LabOptions());

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.Equal(4, report.Drills.Count(drill => drill.Name.Contains(" machine wireguard-pair-test-gateway-", StringComparison.Ordinal) && drill.Name.EndsWith(" lost", StringComparison.Ordinal)));
        foreach (var ending in new[] { "to the other and back", "don't hear each other", "hangs", "has another public address" })
        {
            Assert.Equal(2, report.Drills.Count(drill => drill.Name.EndsWith(ending, StringComparison.Ordinal)));
        }

        Assert.Equal(4, report.Drills.Count(drill => drill.Name.EndsWith("restarted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rehearsal_OfAPairInOneZoneOfAzure_SaysSo()
    {
        var state = await StateAsync("wireguard-pair");
        var zone = (string?)state["azurerm_linux_virtual_machine", "gateway_machine-0"]["zone"];
        state.Set("azurerm_linux_virtual_machine", "gateway_machine-1", "zone", zone);

        var report = await HoldAsync("wireguard-pair", state);

        Assert.Contains($"wireguard-pair-test-gateway-azure-1, are in zone {zone}, where zones ", LabBench.Failures(report), StringComparison.Ordinal);
    }

    private static async Task<StateEdits> StateAsync(string name)
    {
        Workbench.FindTerraform();
        return new StateEdits((await Applied[name].Value)[0]);
    }

    private static Task<LabReport> HoldAsync(string name, StateEdits state, LabOptions? options = null) =>
        LabBench.RunAsync(state, LabBench.Designed(File.ReadAllText(Repository.File("examples", $"{name}.yaml"))), options);

    private static void InAws(StateEdits state, string from, string to) => MachineFiles.Rewrite(state["aws_instance", "gateway_machine-0"], "user_data_base64", from, to);

    private static void InAzure(StateEdits state, string from, string to) => MachineFiles.Rewrite(state["azurerm_linux_virtual_machine", "gateway_machine-0"], "custom_data", from, to);

    private static void Pair(JsonObject secret, string attribute, string name, string key)
    {
        var pair = JsonNode.Parse((string)secret[attribute]!)!;
        pair[name] = key;
        secret[attribute] = pair.ToJsonString();
    }

    private static IEnumerable<string> Keys(StateEdits state) =>
        from text in new[] { state["aws_secretsmanager_secret_version", "link-1-1"]["secret_string"], state["azurerm_key_vault_secret", "link-1-1"]["value"] }
        from key in JsonNode.Parse((string)text!)!.AsObject()
        select (string)key.Value!;
}
