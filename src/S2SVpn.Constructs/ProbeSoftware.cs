using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>What a probe installs at its first start, in either cloud.</summary>
internal static class ProbeSoftware
{
    /// <summary>Who logs in: the user that Ubuntu's images have in AWS.</summary>
    public const string User = "ubuntu";

    /// <summary>
    /// The cloud-init configuration. It is the same for every probe, whatever the request lets across: iperf3 listens on one
    /// port, to which all others but SSH's lead, so that a connection to any port that the filters admit is answered.
    /// </summary>
    public static string CloudInit { get; } = $$"""
        #cloud-config
        write_files:
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
          - path: /etc/systemd/system/probe-iperf3.service
            permissions: "0644"
            content: |
              [Unit]
              Description=iperf3 for tests of the VPN
              After=network-online.target
              Wants=network-online.target
              [Service]
              DynamicUser=yes
              ExecStartPre=+/usr/sbin/nft --file /etc/probe-ports.nft
              ExecStart=/usr/bin/iperf3 --server --port {{ProbePath.AnswerPort}}
              Restart=always
              RestartSec=2
              [Install]
              WantedBy=multi-user.target
          - path: /usr/local/sbin/probe-setup
            permissions: "0755"
            content: |
              #!/bin/sh
              # The way out may come after the machine: an elastic IP is only given to one that runs. Without any way out
              # this ends after a while, and the machine still has what its image brings: SSH, ping, mtr and nc.
              export DEBIAN_FRONTEND=noninteractive
              for attempt in $(seq 20); do
                if apt-get update && apt-get install --yes iperf3 mtr-tiny netcat-openbsd nftables; then
                  systemctl daemon-reload
                  systemctl enable --now probe-iperf3.service
                  exit 0
                fi
                sleep 15
              done
              echo "The test tools are not installed: no package mirror can be reached." >&2
              exit 1
        runcmd:
          - [/usr/local/sbin/probe-setup]
        """.ReplaceLineEndings("\n") + "\n";
}
