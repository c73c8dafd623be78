namespace S2SVpn.Constructs.Appliances;

/// <summary>The units of systemd that machines have whatever software they run.</summary>
internal static class ApplianceUnits
{
    /// <summary>BIRD, with the configuration that is made for the machine.</summary>
    public static ApplianceFile Bird { get; } = ApplianceFile.Unit("bird.service.d/s2s.conf", """
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

        """);

    /// <param name="before">What needs the interfaces.</param>
    public static ApplianceFile Network(string before) => ApplianceFile.Unit("s2s-network.service", $"""
        [Unit]
        Description=The interfaces of the VPN tunnels
        After=network-online.target
        Wants=network-online.target
        Before={before}

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/usr/local/sbin/s2s-network
        Restart=on-failure
        RestartSec=5

        [Install]
        WantedBy=multi-user.target

        """);

    /// <param name="after">What has to be there before the keys.</param>
    public static ApplianceFile Keys(string after) => ApplianceFile.Unit("s2s-keys.service", $"""
        [Unit]
        Description=Fetches the keys of the VPN tunnels
        After={after}
        Wants=network-online.target

        [Service]
        Type=oneshot
        ExecStart=/usr/local/sbin/s2s-keys
        RuntimeDirectory=s2s
        RuntimeDirectoryPreserve=yes
        TimeoutStartSec=10min
        Restart=on-failure
        RestartSec=10

        """);

    /// <summary>A new key is known within five minutes.</summary>
    /// <param name="first">How long after the start of the machine it looks for the first time.</param>
    public static ApplianceFile KeysTimer(string first) => ApplianceFile.Unit("s2s-keys.timer", $"""
        [Unit]
        Description=Looks for new keys of the VPN tunnels

        [Timer]
        OnActiveSec={first}
        OnUnitInactiveSec=5min

        [Install]
        WantedBy=timers.target

        """);

    /// <param name="after">What it watches.</param>
    public static ApplianceFile Watch(string after) => ApplianceFile.Unit("s2s-watch.service", $"""
        [Unit]
        Description=Whether the VPN tunnels are up
        After={after}

        [Service]
        ExecStart=/usr/local/sbin/s2s-watch
        Restart=always
        RestartSec=5

        [Install]
        WantedBy=multi-user.target

        """);
}
