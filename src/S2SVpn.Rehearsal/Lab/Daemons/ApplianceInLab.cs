using System.Globalization;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>
/// The files of an appliance's machine as the lab runs them. They are the machine's own but for these changes:
/// <list type="bullet">
/// <item>swanctl: <c>local_addrs</c> is the elastic address, because nothing translates addresses here.</item>
/// <item>swanctl: <c>if_id_in</c> and <c>if_id_out</c> are left out, because ESP in user space knows no XFRM interfaces; each tunnel has a charon of its own instead.</item>
/// <item>swanctl: connection and child have one name in every charon; which end starts, and how soon a dead peer is noticed, is the lab's.</item>
/// <item>WireGuard: wireguard-go in place of the kernel's, the keys as s2s-keys adds them, and a keepalive each second, so that a loss is noticed soon.</item>
/// <item>BIRD: both machines of a pair stand in one router, so that their sessions are in one configuration, with the lab's own protocols beside them; the lab's timers are shorter.</item>
/// <item>nftables: the rules of each machine count for its own interfaces only, because both machines' are in one router.</item>
/// <item>The lab itself turns an interface up and down with its tunnel, as s2s-watch does with interfaces or routes; the routes of the VPC stay with the router of both.</item>
/// </list>
/// </summary>
internal static class ApplianceInLab
{
    private static readonly string[] NotOfTheLab = ["local_addrs", "dpd_delay", "if_id_in", "if_id_out", "start_action", "close_action", "dpd_action"];
    private static readonly string[] Sides = ["local", "remote"];
    private static readonly string[] Lists = ["proposals", "esp_proposals", "remote_addrs", "local_ts", "remote_ts"];

    /// <summary>The connection of an end, as charon is told of it.</summary>
    /// <param name="end">The end.</param>
    /// <param name="appliance">What its machine's file says.</param>
    /// <param name="name">The name of the child.</param>
    /// <param name="restarts">Whether this end brings a lost tunnel back.</param>
    /// <param name="timers">How soon a lost peer is noticed.</param>
    public static ViciNode Connection(LabTunnelEnd end, StrongswanEnd appliance, string name, bool restarts, LabTimers timers)
    {
        var child = Copy(appliance.Child)
            .Set("start_action", "none")
            .Set("dpd_action", restarts ? "restart" : "clear")
            .Set("close_action", restarts ? "start" : "none");
        return Copy(appliance.Connection)
            .Set("local_addrs", [$"{end.Outside}"])
            .Set("dpd_delay", string.Create(CultureInfo.InvariantCulture, $"{timers.DpdDelay(end.DpdSeconds)}s"))
            .Set("local", Copy(appliance.Connection.Section("local")))
            .Set("remote", Copy(appliance.Connection.Section("remote")))
            .Set("children", new ViciNode().Set(name, child));
    }

    /// <summary>The configuration of a WireGuard interface, as wg is told of it.</summary>
    public static string Interface(LabTunnelEnd end, WireguardEnd appliance, LabTimers timers)
    {
        var lines = appliance.File.Content.Split('\n').SelectMany(line => line.Trim() switch
        {
            "[Interface]" => [line, $"PrivateKey = {end.Key}"],
            "[Peer]" => [line, $"PublicKey = {appliance.PeerKey}"],
            var keepalive when keepalive.StartsWith("PersistentKeepalive", StringComparison.OrdinalIgnoreCase) && !timers.Real => ["PersistentKeepalive = 1"],
            _ => new[] { line },
        });
        return string.Join('\n', lines);
    }

    /// <summary>Who a key is for: the names by which the machine's file knows both ends.</summary>
    public static string[] Owners(StrongswanEnd appliance) =>
        [.. Sides.Select(side => appliance.Connection.Section(side).Text("id")).OfType<string>()];

    /// <summary>A BGP session, under the name that the lab knows it by and with the lab's timers.</summary>
    public static string Session(LabTunnelEnd end, ApplianceEnd appliance, LabTimers timers)
    {
        var hold = timers.Hold(end.Bgp!.HoldSeconds);
        var lines = appliance.Machine.Session(end.Device)!.Split('\n').Select(line => line.Trim() switch
        {
            var first when first.StartsWith("protocol bgp ", StringComparison.Ordinal) => $"protocol bgp {BirdConfiguration.Session(end)} {{",
            var time when time.StartsWith("hold time ", StringComparison.Ordinal) => $"  hold time {hold};",
            var time when time.StartsWith("keepalive time ", StringComparison.Ordinal) => $"  keepalive time {Math.Max(1, hold / 3)};",
            var time when time.StartsWith("connect retry time ", StringComparison.Ordinal) => "  connect delay time 0;\n  connect retry time 1;",
            var time when time.StartsWith("error wait time ", StringComparison.Ordinal) => "  error wait time 1, 2;\n  error forget time 3;",
            var export when export.StartsWith("export filter {", StringComparison.Ordinal) => line.Replace("export filter {", $"export filter {{ {LeftOut(appliance.Machine)}", StringComparison.Ordinal),
            _ => line,
        });
        return string.Join('\n', lines);
    }

    // Of the static routes of both machines, those of the other one.
    private static string LeftOut(ApplianceMachineNode machine) => machine.BirdProtocols.Originated.ToList() is { Count: > 0 } own
        ? $"if source = RTS_STATIC && net !~ [ {string.Join(", ", own)} ] then reject;"
        : "if source = RTS_STATIC then reject;";

    /// <summary>What the machines of an appliance let through, and what AWS does.</summary>
    public static string Filters(GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends) => string.Concat(gateway.Appliance.Select((machine, index) =>
    {
        var devices = ends.Where(end => end.Appliance?.Machine.Name == machine.Name).Select(end => $"\"{end.Device}\"").ToList();
        // One whose files describe no tunnel has no interface that its rules could be about, and nftables knows no empty set.
        if (devices.Count == 0)
        {
            return "";
        }

        var own = $"{{ {string.Join(", ", devices)} }}";
        var table = string.Create(CultureInfo.InvariantCulture, $"machine{index}");
        var rules = machine.FilterRules
            .Replace("inet s2s", $"inet {table}", StringComparison.Ordinal)
            .Replace("\"s2s*\"", own, StringComparison.Ordinal)
            .Replace("policy drop;", "policy accept;", StringComparison.Ordinal)
            .Replace("  }\n  chain input", $"    iifname {own} drop\n    oifname {own} drop\n  }}\n  chain input", StringComparison.Ordinal);
        // AWS looks at what a network interface sends and gets: all that the machine forwards is somebody else's.
        return !machine.IsChecked ? rules : $"{rules}table inet {table}checked {{\n  chain forward {{\n    type filter hook forward priority -10; policy accept;\n    iifname {own} drop\n    oifname {own} drop\n  }}\n}}\n";
    }));

    private static ViciNode Copy(SettingsSection section)
    {
        var node = new ViciNode();
        foreach (var (name, value) in section.Values.Where(value => !NotOfTheLab.Contains(value.Key)))
        {
            _ = Lists.Contains(name) ? node.Set(name, value.Split(',', StringSplitOptions.TrimEntries)) : node.Set(name, value);
        }

        return node;
    }
}
