using S2SVpn.Rehearsal.Lab;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Tunnels that come up and protect less, or are given up later, than was designed.</summary>
public sealed class WeakTunnelTests
{
    private const string Aws = "aws_vpn_connection";
    private const string Azure = "azurerm_virtual_network_gateway_connection";
    private const string Static = "links:\n  - routing: static\n";

    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private static readonly Dictionary<string, Weakness> Weaknesses = new()
    {
        ["no replay protection"] = new(state => state.Set("azurerm_virtual_network_gateway", "", "ip_sec_replay_protection_enabled", false), "1.1, 1.2, 2.1, 2.2", "ip_sec_replay_protection_enabled is false", "azurerm_virtual_network_gateway."),
        ["a dead peer that AWS ignores"] = new(state => state.Set(Aws, "connection-1", "tunnel1_dpd_timeout_action", "none"), "1.1", "AWS does nothing about a peer that is dead (dpd_timeout_action is none in place of restart)", "aws_vpn_connection."),
        ["a dead peer after which nobody starts"] = new(state => state.Set(Aws, "connection-1", "tunnel1_dpd_timeout_action", "clear").Set(Azure, "connection-1-1", "connection_mode", "ResponderOnly"), "1.1", "so that nobody starts it again", "aws_vpn_connection."),
        ["a dead peer that AWS notices late"] = new(state => state.Set(Aws, "connection-2", "tunnel2_dpd_timeout_seconds", 3600), "2.2", "AWS waits 3600 s before a silent peer counts as dead, in place of 45 s", "aws_vpn_connection.") { Links = Static },
        ["a dead peer that Azure notices late"] = new(state => state.Set(Azure, "connection-2-1", "dpd_timeout_seconds", 3600), "2.1", "Azure waits 3600 s before a silent peer counts as dead, in place of 45 s", "azurerm_virtual_network_gateway_connection.") { Links = Static },
    };

    // None of them is a weakness: another thing notices, another end starts, or it was designed so.
    private static readonly Dictionary<string, Weakness> Right = new()
    {
        ["BGP notices"] = new(state => state.Set(Aws, "connection-2", "tunnel2_dpd_timeout_seconds", 3600)),
        ["a little later"] = new(state => state.Set(Aws, "connection-2", "tunnel2_dpd_timeout_seconds", 120)) { Links = Static },
        ["Azure starts"] = new(state => state.Set(Aws, "connection-1", "tunnel1_dpd_timeout_action", "clear")),
        ["it was designed so"] = new(state => state.Set(Aws, "connection-1", "tunnel1_dpd_timeout_action", "none").Set(Aws, "connection-1", "tunnel1_dpd_timeout_seconds", 3600)) { Links = $"{Static}    tunnels: {{ dpd: {{ timeout: 1h, action: none }} }}\n" },
    };

    public static TheoryData<string> Names => [.. Weaknesses.Keys];

    public static TheoryData<string> RightNames => [.. Right.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearsal_OfAWeakness_NamesItsTunnelsAndTheArgument(string name)
    {
        var weakness = Weaknesses[name];
        var report = await RunAsync(weakness);
        var failed = report.Checks.Where(check => !check.Passed).ToList();

        Assert.Equal(weakness.Tunnels, string.Join(", ", failed.Select(check => check.Name)));
        Assert.All(failed, check => Assert.Contains(weakness.Cause, check.Explanation!.Cause));
        Assert.All(failed, check => Assert.StartsWith(weakness.Resource, check.Explanation!.Resources[0]));
    }

    [Theory]
    [MemberData(nameof(RightNames))]
    public async Task Rehearsal_OfNoWeakness_Holds(string name)
    {
        var report = await RunAsync(Right[name]);

        Assert.True(report.Passed, LabBench.Failures(report));
    }

    private static async Task<S2SVpn.Rehearsal.Lab.Report.LabReport> RunAsync(Weakness weakness)
    {
        var state = await LabBench.StateAsync();
        if (weakness.Links.Length > 0)
        {
            LabFaults.Static(state);
        }

        weakness.Put(state);
        return await LabBench.RunAsync(state, weakness.Links.Length > 0 ? LabBench.Designed(Starter + weakness.Links) : null, new LabOptions { Only = ["tunnels"], PatienceSeconds = 4 });
    }

    private sealed record Weakness(Action<StateEdits> Put, string Tunnels = "", string Cause = "", string Resource = "")
    {
        /// <summary>What the request says of its links; without it, the state is of BGP.</summary>
        public string Links { get; init; } = "";
    }
}
