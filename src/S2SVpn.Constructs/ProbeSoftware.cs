using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>What a probe has from its first start, in either cloud.</summary>
internal static class ProbeSoftware
{
    /// <summary>Who logs in: the user that Ubuntu's images have in AWS.</summary>
    public const string User = "ubuntu";

    /// <summary>
    /// The cloud-init configuration. It is the same for every probe, whatever the request lets across: one listener, to
    /// which all ports but SSH's lead, so that a connection to any port that the filters admit is answered. It runs on what
    /// the image brings; iperf3 joins it where there is a way to a package mirror.
    /// </summary>
    public static string CloudInit { get; } = $$"""
        #cloud-config
        write_files:
          - path: {{ProbeSpeed.Path}}
            permissions: "0755"
            content: |
        {{Indented(ProbeSpeed.Program)}}
          - path: /etc/probe-ports.nft
            permissions: "0644"
            content: |
              table inet probe
              delete table inet probe
              table inet probe {
                chain prerouting {
                  type nat hook prerouting priority dstnat
                  tcp dport != 22 redirect to :{{ProbePath.AnswerPort}}
                }
              }
          - path: /usr/local/sbin/probe-ports
            permissions: "0755"
            content: |
              #!/bin/sh
              # One of the two is in every image.
              nft --file /etc/probe-ports.nft && exit 0
              rule="PREROUTING -p tcp ! --dport 22 -j REDIRECT --to-ports {{ProbePath.AnswerPort}}"
              iptables -t nat -C $rule || iptables -t nat -A $rule
          - path: /etc/systemd/system/probe-listener.service
            permissions: "0644"
            content: |
              [Unit]
              Description=Answers tests of the VPN on every TCP port
              [Service]
              DynamicUser=yes
              ExecStartPre=+/usr/local/sbin/probe-ports
              ExecStart={{ProbeSpeed.Path}} --listen
              Restart=always
              RestartSec=2
              [Install]
              WantedBy=multi-user.target
          - path: /etc/systemd/system/probe-iperf3.service
            permissions: "0644"
            content: |
              [Unit]
              Description=iperf3 for tests of the VPN
              [Service]
              DynamicUser=yes
              ExecStart=/usr/bin/iperf3 --server --bind 127.0.0.1 --port {{ProbeSpeed.IperfPort}}
              Restart=always
              RestartSec=2
              [Install]
              WantedBy=multi-user.target
          - path: /etc/systemd/system/probe-tools.service
            permissions: "0644"
            content: |
              [Unit]
              Description=Fetches further tools for tests of the VPN
              After=network-online.target
              Wants=network-online.target
              [Service]
              Type=oneshot
              ExecStart=/usr/local/sbin/probe-tools
          - path: /usr/local/sbin/probe-tools
            permissions: "0755"
            content: |
              #!/bin/sh
              # The way out may come after the machine: an elastic IP is only given to one that runs. Without any way out
              # this ends after a while, and nothing else waits for it.
              export DEBIAN_FRONTEND=noninteractive
              for attempt in $(seq 20); do
                if apt-get update && apt-get install --yes iperf3 mtr-tiny netcat-openbsd nftables; then
                  systemctl enable --now probe-iperf3.service
                  exit 0
                fi
                sleep 15
              done
              echo "iperf3 is not installed: no package mirror can be reached." >&2
        runcmd:
          - [systemctl, daemon-reload]
          - [systemctl, enable, --now, probe-listener.service]
          - [systemctl, start, --no-block, probe-tools.service]
        """.ReplaceLineEndings("\n") + "\n";

    private static string Indented(string text) =>
        string.Join("\n", text.TrimEnd().Split('\n').Select(line => line.Length == 0 ? line : $"      {line}"));
}
