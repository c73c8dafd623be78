using System.Globalization;
using S2SVpn.Design.Request;

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
            new("/etc/s2s/tunnels", Tunnels(machine)),
            ApplianceFile.Program("s2s-network", ApplianceScripts.Read("s2s-network.sh")),
            ApplianceFile.Program("s2s-keys", ApplianceScripts.Read("s2s-keys.py")),
            ApplianceFile.Program("s2s-watch", ApplianceScripts.Read("s2s-watch.sh")),
            ApplianceFile.Unit("s2s-network.service", NetworkUnit),
            ApplianceFile.Unit("s2s-keys.service", KeysUnit),
            ApplianceFile.Unit("s2s-keys.timer", KeysTimer),
            ApplianceFile.Unit("s2s-watch.service", WatchUnit),
            ApplianceFile.Unit("strongswan.service.d/s2s.conf", CharonUnit),
            .. machine.UsesBgp ?
            [
                new("/etc/s2s/bird.conf", BirdConfiguration.Of(machine)),
                ApplianceFile.Unit("bird.service.d/s2s.conf", BirdUnit),
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

    private const string NetworkUnit = """
        [Unit]
        Description=The interfaces of the VPN tunnels
        After=network-online.target
        Wants=network-online.target
        Before=strongswan.service bird.service

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/usr/local/sbin/s2s-network
        Restart=on-failure
        RestartSec=5

        [Install]
        WantedBy=multi-user.target

        """;

    private const string KeysUnit = """
        [Unit]
        Description=Fetches the keys of the VPN tunnels
        After=network-online.target
        Wants=network-online.target

        [Service]
        Type=oneshot
        ExecStart=/usr/local/sbin/s2s-keys
        RuntimeDirectory=s2s
        RuntimeDirectoryPreserve=yes
        TimeoutStartSec=10min
        Restart=on-failure
        RestartSec=10

        """;

    // A new key is known within five minutes.
    private const string KeysTimer = """
        [Unit]
        Description=Looks for new keys of the VPN tunnels

        [Timer]
        OnActiveSec=5min
        OnUnitInactiveSec=5min

        [Install]
        WantedBy=timers.target

        """;

    private const string WatchUnit = """
        [Unit]
        Description=Whether the VPN tunnels are up
        After=s2s-network.service strongswan.service

        [Service]
        ExecStart=/usr/local/sbin/s2s-watch
        Restart=always
        RestartSec=5

        [Install]
        WantedBy=multi-user.target

        """;

    private const string CharonUnit = """
        [Unit]
        Wants=s2s-network.service s2s-keys.service
        After=s2s-network.service s2s-keys.service

        [Service]
        Restart=always
        RestartSec=5

        """;

    private const string BirdUnit = """
        [Unit]
        Wants=s2s-network.service
        After=s2s-network.service

        [Service]
        ExecStartPre=
        ExecStartPre=/usr/lib/bird/prepare-environment
        ExecStartPre=/usr/sbin/bird -p -c /etc/s2s/bird.conf
        ExecStart=
        ExecStart=/usr/sbin/bird -f -u bird -g bird -c /etc/s2s/bird.conf
        Restart=always
        RestartSec=5

        """;

    private static IEnumerable<string> Where(bool has, string name) => has ? [name] : [];

    // A line a tunnel: interface, if_id, both inside addresses, how it is routed, whether this end starts it, static routes.
    private static string Tunnels(ApplianceMachine machine) => string.Concat(machine.Tunnels.Select(tunnel => string.Join(' ', new[]
    {
        tunnel.Plan.Interface,
        tunnel.Plan.InterfaceId.ToString(CultureInfo.InvariantCulture),
        tunnel.Plan.LocalAddress.ToString(),
        tunnel.Plan.RemoteAddress.ToString(),
        tunnel.Routing == Routing.Bgp ? "bgp" : "static",
        tunnel.Plan.Starts ? "starts" : "waits",
    }.Concat(tunnel.Routing == Routing.Bgp ? [] : tunnel.RemoteNetworks.Select(network => network.ToString()))) + "\n"));
}
