namespace S2SVpn.Constructs.Appliances;

/// <summary>What a machine with WireGuard has: an interface a tunnel, and BIRD where a link has BGP.</summary>
internal static class WireguardContent
{
    // Both clouds translate the public address, and forget what nothing was sent through for some minutes.
    private const int KeepaliveSeconds = 25;

    public static ApplianceContent Of(ApplianceMachine machine) => new(
        ["wireguard-tools", "iputils-ping", .. Where(machine.UsesBgp, "bird2")],
        [
            .. machine.Tunnels.Select(tunnel => new ApplianceFile($"/etc/s2s/wireguard/{tunnel.Plan.Interface}.conf", Configuration(tunnel))),
            TunnelTable.Of(machine, tunnel => tunnel.Plan.Port),
            ApplianceFile.Program("s2s-network", ApplianceScripts.Read("s2s-wg-network.sh")),
            ApplianceFile.Program("s2s-keys", ApplianceScripts.Read("s2s-wg-keys.py")),
            ApplianceFile.Program("s2s-watch", ApplianceScripts.Read("s2s-wg-watch.sh")),
            ApplianceUnits.Network("s2s-keys.service bird.service"),
            ApplianceUnits.Keys("network-online.target s2s-network.service"),
            ApplianceUnits.KeysTimer("1s"),
            ApplianceUnits.Watch("s2s-network.service"),
            .. machine.UsesBgp ?
            [
                new("/etc/s2s/bird.conf", BirdConfiguration.Of(machine)),
                ApplianceUnits.Bird,
            ] : Array.Empty<ApplianceFile>(),
        ],
        ["s2s-network.service", "s2s-keys.timer", .. Where(machine.UsesBgp, "bird.service"), "s2s-watch.service"]);

    // Each tunnel has an interface of its own with a single peer, so that what may pass is for the routes and the filter to say: with BGP the
    // networks are not known before. s2s-keys adds both keys (man 8 wg, configuration file format).
    private static string Configuration(ApplianceTunnel tunnel) => $"""
        [Interface]
        ListenPort = {tunnel.Plan.Port}

        [Peer]
        Endpoint = {tunnel.PeerIp}:{tunnel.Plan.Port}
        AllowedIPs = 0.0.0.0/0
        PersistentKeepalive = {KeepaliveSeconds}

        """;

    private static IEnumerable<string> Where(bool has, string name) => has ? [name] : [];
}
