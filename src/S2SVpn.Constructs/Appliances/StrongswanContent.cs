namespace S2SVpn.Constructs.Appliances;

/// <summary>What a machine with strongSwan has: charon as a service of systemd, and BIRD where a link has BGP.</summary>
internal static class StrongswanContent
{
    public static ApplianceContent Of(ApplianceMachine machine) => new(
        ["charon-systemd", "strongswan-swanctl", "libstrongswan-standard-plugins", .. Where(machine.UsesBgp, "bird2")],
        [
            new("/etc/strongswan.d/s2s.conf", Daemon),
            // Ubuntu's profile lets swanctl read nothing outside /etc/swanctl, and the keys are in memory only.
            new("/etc/apparmor.d/local/usr.sbin.swanctl", "/run/s2s/keys.conf r,\n"),
            new("/etc/swanctl/conf.d/s2s.conf", SwanctlConfiguration.Of(machine)),
            TunnelTable.Of(machine, tunnel => tunnel.Plan.InterfaceId),
            ApplianceFile.Program("s2s-network", ApplianceScripts.Read("s2s-network.sh")),
            ApplianceFile.Program("s2s-keys", ApplianceScripts.Read("s2s-keys.py")),
            ApplianceFile.Program("s2s-watch", ApplianceScripts.Read("s2s-watch.sh")),
            ApplianceUnits.Network("strongswan.service bird.service"),
            ApplianceUnits.Keys("network-online.target"),
            ApplianceUnits.KeysTimer("5min"),
            ApplianceUnits.Watch("s2s-network.service strongswan.service"),
            ApplianceFile.Unit("strongswan.service.d/s2s.conf", CharonUnit),
            .. machine.UsesBgp ?
            [
                new("/etc/s2s/bird.conf", BirdConfiguration.Of(machine)),
                ApplianceUnits.Bird,
            ] : Array.Empty<ApplianceFile>(),
        ],
        ["s2s-network.service", "s2s-keys.timer", "strongswan.service", .. Where(machine.UsesBgp, "bird.service"), "s2s-watch.service"]);

    // Routes are the interfaces'. A peer that is silent counts as gone after 2 + 3 + 4.5 + 6.75 + 10.1 seconds and the delay of its
    // dead peer detection (docs.strongswan.org/docs/latest/config/retransmission.html).
    private const string Daemon = """
        charon-systemd {
          install_routes = no
          install_virtual_ip = no
          retransmit_timeout = 2.0
          retransmit_base = 1.5
          retransmit_tries = 4
        }

        """;

    private const string CharonUnit = """
        [Unit]
        Wants=s2s-network.service s2s-keys.service
        After=s2s-network.service s2s-keys.service

        [Service]
        Restart=always
        RestartSec=5

        """;

    private static IEnumerable<string> Where(bool has, string name) => has ? [name] : [];
}
