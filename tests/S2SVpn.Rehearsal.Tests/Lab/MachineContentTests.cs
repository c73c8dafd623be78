using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>User data with which a machine would not work, though the lab starts its programs itself.</summary>
public sealed class MachineContentTests
{
    private static readonly string[] Examples = ["strongswan", "strongswan-pair", "strongswan-azure", "wireguard", "wireguard-pair"];

    private static readonly Dictionary<string, Lazy<Task<IReadOnlyList<string>>>> Applied = Examples
        .ToDictionary(name => name, name => new Lazy<Task<IReadOnlyList<string>>>(() => TerraformApply.RunAsync([Example.Read(name).Stacks[0].Json.ToJsonString()], [], CancellationToken.None)));

    private static readonly Dictionary<string, (string Example, string From, string To, string[] Said)> Faults = new()
    {
        ["no header"] = ("strongswan-pair", "#cloud-config\n", "# my machine\n", ["does not start with the line #cloud-config"]),
        ["a tab"] = ("strongswan-pair", "package_update: true\n", "package_update: true\n\tbad\n", ["is not valid YAML (near line 3)"]),
        ["a bracket that nothing closes"] = ("wireguard", "runcmd:\n", "runcmd: [\n", ["is not valid YAML"]),
        ["no BIRD"] = ("strongswan-pair", "  - bird2\n", "", ["does not install BIRD", "the package bird2"]),
        ["no BIRD beside WireGuard"] = ("wireguard-pair", "  - bird2\n", "", ["does not install BIRD"]),
        ["no charon"] = ("strongswan", "  - charon-systemd\n", "", ["does not install charon"]),
        ["no tools of WireGuard"] = ("wireguard", "  - wireguard-tools\n", "", ["does not install wg"]),
        ["a program that may not run"] = ("strongswan-pair", "s2s-keys\n    permissions: \"0755\"", "s2s-keys\n    permissions: \"0644\"", ["s2s-keys.service", "executes /usr/local/sbin/s2s-keys", "its permissions are 0644"]),
        ["permissions that are no octal number"] = ("strongswan", "s2s-watch\n    permissions: \"0755\"", "s2s-watch\n    permissions: 644", ["s2s-watch, which is not executable", "01204"]),
        ["a program without an interpreter"] = ("strongswan", "#!/bin/sh\n      # Makes", "# Makes", ["s2s-network, which does not start with the #! line"]),
        ["another program in a unit"] = ("strongswan-pair", "ExecStart=/usr/local/sbin/s2s-route", "ExecStart=/usr/local/sbin/s2s-router", ["s2s-route.service", "executes /usr/local/sbin/s2s-router, which is not there"]),
        ["no file of a program"] = ("wireguard", "  - path: /usr/local/sbin/s2s-network\n", "  - path: /usr/local/sbin/s2s-net\n", ["executes /usr/local/sbin/s2s-network, which is not there"]),
        ["no file that a program reads"] = ("strongswan", "  - path: /usr/local/lib/s2s/s2s-health.sh\n", "  - path: /usr/local/lib/s2s/health.sh\n", ["s2s-watch", "reads /usr/local/lib/s2s/s2s-health.sh, which is not there"]),
        ["no module that a program imports"] = ("strongswan", "  - path: /usr/local/lib/s2s/s2s_cloud.py\n", "  - path: /usr/local/lib/s2s/cloud.py\n", ["reads s2s_cloud.py, which is not there"]),
        ["another configuration of BIRD"] = ("strongswan-pair", "bird -f -u bird -g bird -c /etc/s2s/bird.conf", "bird -f -u bird -g bird -c /etc/bird/bird.conf", ["BIRD of ", "reads /etc/bird/bird.conf, and its BGP sessions are in /etc/s2s/bird.conf"]),
        ["no change of BIRD's unit"] = ("wireguard-pair", "bird.service.d/s2s.conf", "birdie.service.d/s2s.conf", ["reads /etc/bird/bird.conf"]),
        ["a unit that nothing starts"] = ("strongswan", "  - [systemctl, restart, --no-block, s2s-watch.service]\n", "", ["Nothing starts s2s-watch.service on "]),
        ["a timer that nothing starts"] = ("wireguard", "  - [systemctl, restart, --no-block, s2s-keys.timer]\n", "", ["Nothing starts s2s-keys.service on "]),
        ["a unit that starts once"] = ("strongswan", "  - [systemctl, enable, s2s-watch.service]\n", "", ["s2s-watch.service of ", "does not start again after a restart"]),
        ["a unit that can't be enabled"] = ("strongswan-pair", "ProtectHome=yes\n\n      [Install]\n      WantedBy=multi-user.target\n", "ProtectHome=yes\n", ["s2s-route.service of ", "no [Install] section"]),
        ["a unit that is turned off"] = ("strongswan", "  - [systemctl, restart, --no-block, s2s-watch.service]\n", "  - [systemctl, restart, --no-block, s2s-watch.service]\n  - systemctl disable --now s2s-watch\n", ["Nothing starts s2s-watch.service on "]),
        ["no commands"] = ("strongswan", "runcmd:\n", "not_runcmd:\n", ["Nothing starts"]),
        ["keys that nothing reads"] = ("strongswan-pair", "include /run/s2s/keys.conf", "", ["never reads /run/s2s/keys.conf"]),
        ["keys of another file"] = ("strongswan", "include /run/s2s/keys.conf", "include /run/s2s/key.conf", ["never reads /run/s2s/keys.conf"]),
        ["nothing for AppArmor"] = ("strongswan", "/run/s2s/keys.conf r,\n", "\n", ["AppArmor keeps swanctl"]),
        ["keys that AppArmor keeps away"] = ("strongswan", "/run/s2s/keys.conf r,", "# none", ["AppArmor keeps swanctl"]),
        ["connections that nothing loads"] = ("strongswan-pair", "- path: /etc/swanctl/conf.d/s2s.conf", "- path: /etc/swanctl/s2s.conf", ["does not load /etc/swanctl/s2s.conf"]),
        ["another number of an interface"] = ("strongswan", "if_id_out = 1\n", "if_id_out = 7\n", ["has the if_id 1, and its connection has 7"]),
        ["another address of an interface"] = ("wireguard-pair", "as 64512;\n        neighbor 169.254", "as 64512;\n        neighbor 169.253", ["its BGP session goes from"]),
        ["routes that stay in BIRD"] = ("strongswan-pair", "import none;\n          export where source = RTS_BGP;", "import none;\n          export none;", ["does not give the kernel what it learns", "/etc/s2s/bird.conf"]),
        ["static routes alone for the kernel"] = ("wireguard", "export where source = RTS_BGP;", "export where source = RTS_STATIC;", ["does not give the kernel what it learns"]),
        ["static routes too for the kernel"] = ("strongswan-pair", "import none;\n          export where source = RTS_BGP;", "import none;\n          export all;", ["does not give the kernel what it learns, and nothing else"]),
        ["some routes for the kernel"] = ("wireguard", "export where source = RTS_BGP;", "export where source = RTS_BGP && net.len >= 24;", ["does not give the kernel what it learns"]),
        ["another table of the kernel"] = ("wireguard", "protocol kernel {", "protocol kernel {\n        kernel table 100;", ["does not give the kernel what it learns", "into the main table"]),
        ["no protocol for the kernel"] = ("strongswan-pair", "protocol kernel {", "protocol kernel {\n        disabled;", ["does not give the kernel what it learns"]),
        ["keys that systemd deletes"] = ("strongswan", "RuntimeDirectoryPreserve=yes\n", "", ["systemd deletes /run/s2s of ", "as soon as s2s-keys.service has ended"]),
        ["two commands of a service"] = ("strongswan-pair", "ExecStart=\n      ExecStart=/usr/sbin/bird", "ExecStart=/usr/sbin/bird", ["systemd refuses bird.service of "]),
        ["a file that BIRD may not read"] = ("wireguard", "  - path: /etc/s2s/bird.conf\n    permissions: \"0644\"", "  - path: /etc/s2s/bird.conf\n    permissions: \"0600\"", ["it runs as the user bird, and the file's permissions are 0600"]),
        ["no protocol for devices"] = ("strongswan-pair", "protocol device {\n        scan time 5;\n      }", "", ["does not look at the machine's interfaces"]),
        ["routes to nowhere for the kernel"] = ("strongswan-pair", "export where source = RTS_BGP;", "export filter { if source = RTS_BGP then { dest = RTD_UNREACHABLE; accept; } reject; };", ["gives the kernel other routes than it learns", "sets dest of each"]),
        ["routes from an address that is not there"] = ("wireguard", "export where source = RTS_BGP;", "export filter { if source = RTS_BGP then { krt_prefsrc = 10.0.10.99; accept; } reject; };", ["sets krt_prefsrc of each"]),
        ["marked packets alone"] = ("strongswan", "if_id_out = 1\n", "if_id_out = 1\n            mark_out = 42\n", ["The connection s2s", "has mark_out = 42: only packets with that mark"]),
        ["packets of one interface alone"] = ("strongswan", "if_id_out = 1\n", "if_id_out = 1\n            interface = dummy9\n", ["has interface = dummy9: only packets of that interface"]),
        ["a card that encrypts"] = ("strongswan", "if_id_out = 1\n", "if_id_out = 1\n            hw_offload = yes\n", ["has hw_offload = yes: a cloud's network cards"]),
        ["no way into the kernel"] = ("strongswan", "install_routes = no\n", "install_routes = no\n        plugins { kernel-netlink { load = no } }\n", ["has 'kernel-netlink { load = no }' (/etc/strongswan.d/s2s.conf)"]),
        ["no sockets"] = ("strongswan", "install_routes = no\n", "install_routes = no\n        plugins {\n          socket-default {\n            use_ipv4 = no\n          }\n        }\n", ["has 'socket-default { use_ipv4 = no }'"]),
        ["one interface alone"] = ("strongswan", "install_routes = no\n", "install_routes = no\n        interfaces_use = lo\n", ["has 'interfaces_use = lo'"]),
        ["small packets"] = ("strongswan", "install_routes = no\n", "install_routes = no\n        max_packet = 200\n", ["has 'max_packet = 200'"]),
        ["another strongswan.conf"] = ("strongswan", "write_files:\n", "write_files:\n  - path: /etc/strongswan.conf\n    content: |\n      charon { load_modular = yes }\n", ["reads nothing of /etc/strongswan.d"]),
        ["a module that may not be loaded"] = ("strongswan", "write_files:\n", "write_files:\n  - path: /etc/modprobe.d/x.conf\n    content: |\n      install esp4 /bin/false\n", ["may not load esp4 (/etc/modprobe.d/x.conf)"]),
        ["WireGuard that may not be loaded"] = ("wireguard", "write_files:\n", "write_files:\n  - path: /etc/modprobe.d/x.conf\n    content: |\n      blacklist wireguard\n", ["may not load wireguard"]),
        ["strongSwan that cron stops"] = ("strongswan", "write_files:\n", "write_files:\n  - path: /etc/cron.d/x\n    content: |\n      0 3 * * * root systemctl stop strongswan\n", ["/etc/cron.d/x of ", "stops what its tunnels need: systemctl stop strongswan"]),
        ["one way alone"] = ("strongswan-pair", "merge paths on;", "merge paths off;", ["gives the kernel one way alone to each network"]),
        ["a typing error in Python"] = ("strongswan-pair", "import json", "import json import", ["/usr/local/", "is nothing that Python can read", "SyntaxError"]),
        ["a typing error in a shell's program"] = ("wireguard", "done </etc/s2s/tunnels", "</etc/s2s/tunnels", ["/usr/local/sbin/s2s-network of ", "is nothing that the shell can read"]),
        ["a filter that lets tunnels in"] = ("strongswan-pair", "    iifname \"s2s*\" drop\n", "", ["lets in what comes out of a tunnel for the machine itself"]),
        ["a filter that forwards all"] = ("wireguard", "priority filter; policy drop;", "priority filter; policy accept;", ["forwards between the tunnels and its network what no rule lists"]),
        ["SSH from the tunnels"] = ("strongswan", "iifname \"s2s*\" drop", "iifname \"s2s*\" tcp dport 22 accept\n          iifname \"s2s*\" drop", ["beyond pings and BGP: iifname \"s2s*\" tcp dport 22 accept"]),
        ["BGP from anywhere"] = ("strongswan-pair", "ip saddr 169.254.21.2 tcp dport 179 accept", "tcp dport 179 accept", ["beyond pings and BGP: iifname \"s2s0\" tcp dport 179 accept"]),
        ["everything out of the tunnels"] = ("strongswan", "policy drop;", "policy drop;\n          iifname \"s2s*\" accept", ["forwards between the tunnels and its network what no link carries: iifname \"s2s*\" accept"]),
        ["everything at all"] = ("wireguard-pair", "policy drop;", "policy drop;\n          accept", ["what no link carries: accept"]),
        ["more than the tunnels' networks"] = ("strongswan", "ip saddr { 10.3.0.0/24 }", "ip saddr { 10.0.0.0/8, 192.168.0.0/16 }", ["what no link carries: iifname { \"s2s0\" } ip saddr { 10.0.0.0/8"]),
        ["only small packets"] = ("strongswan", "policy drop;", "policy drop;\n          meta length > 1000 drop", ["drops some of what it has to forward, before any rule accepts it: meta length > 1000 drop"]),
        ["strongSwan that is masked"] = ("strongswan", "runcmd:\n", "runcmd:\n  - [systemctl, mask, --now, strongswan.service]\n", ["stops or disables strongswan.service"]),
        ["BIRD that is masked"] = ("strongswan-pair", "  - [systemctl, restart, --no-block, s2s-watch.service]\n", "  - [systemctl, restart, --no-block, s2s-watch.service]\n  - [systemctl, mask, --now, bird.service]\n", ["stops or disables bird.service"]),
        ["a machine that turns itself off"] = ("strongswan", "runcmd:\n", "power_state: { mode: poweroff }\nruncmd:\n", ["turns itself off after its first start"]),
        ["a unit that never starts"] = ("strongswan", "RuntimeDirectory=s2s\n", "RuntimeDirectory=s2s\n      ExecStartPre=/bin/false\n", ["with ExecStartPre=/bin/false"]),
        ["a pause of a day"] = ("strongswan", "RuntimeDirectory=s2s\n", "RuntimeDirectory=s2s\n      Environment=S2S_PAUSE=86400\n", ["with Environment=S2S_PAUSE=86400"]),
        ["large segments out of the tunnels"] = ("wireguard", "          iifname \"s2s*\" tcp flags & (syn|rst) == syn tcp option maxseg size set 1350\n", "", ["does not lower the segments of the TCP connections that come out of its tunnels"]),
        ["large segments"] = ("strongswan", "oifname \"s2s*\" tcp flags & (syn|rst) == syn tcp option maxseg size set 1350", "oifname \"s2s*\" tcp flags & (syn|rst) == syn tcp option maxseg size set 1460", ["come into its tunnels (oifname, maxseg size) to 1360 bytes or less"]),
        ["a unit without a network"] = ("strongswan-pair", "RuntimeDirectory=s2s\n", "RuntimeDirectory=s2s\n      PrivateNetwork=yes\n", ["systemd keeps s2s-keys.service of ", "with PrivateNetwork=yes"]),
        ["a unit of another user"] = ("wireguard", "RuntimeDirectory=s2s\n", "RuntimeDirectory=s2s\n      User=nobody\n", ["with User=nobody"]),
        ["a unit without an address"] = ("wireguard-pair", "RuntimeDirectory=s2s\n", "RuntimeDirectory=s2s\n      RestrictAddressFamilies=AF_UNIX\n", ["with RestrictAddressFamilies=AF_UNIX"]),
        ["a unit on a condition"] = ("strongswan", "After=s2s-network.service strongswan.service\n", "After=s2s-network.service strongswan.service\n      ConditionPathExists=/etc/never\n", ["systemd keeps s2s-watch.service of ", "with ConditionPathExists=/etc/never"]),
    };

    private static readonly Dictionary<string, (string Example, string From, string To)> Right = new()
    {
        ["another package"] = ("strongswan", "  - curl\n", "  - curl\n  - tcpdump\n"),
        ["packages in another form"] = ("strongswan-pair", "  - bird2\n", "  - [bird2, 2.14-1build2]\n"),
        ["a package by a command"] = ("strongswan-pair", "  - bird2\n", "  - jq\nbootcmd:\n  - apt-get install --yes bird2\n"),
        ["what the image has"] = ("strongswan", "  - curl\n", ""),
        ["a comment"] = ("wireguard", "runcmd:\n", "# all that starts\nruncmd:\n"),
        ["another program"] = ("strongswan", "write_files:\n", "write_files:\n  - path: /usr/local/bin/hello\n    permissions: 0755\n    content: |\n      #!/bin/sh\n      [ -f /etc/s2s/greeting ] && cat /etc/s2s/greeting\n"),
        ["another command"] = ("strongswan", "runcmd:\n", "runcmd:\n  - timedatectl set-timezone Europe/Berlin\n  - curl -o /usr/local/bin/tool https://example.com/tool && chmod 755 /usr/local/bin/tool\n  - /usr/local/bin/tool --init\n"),
        ["a text in quotes"] = ("strongswan", "    content: |\n      /run/s2s/keys.conf r,\n", "    content: \"/run/s2s/keys.conf r,\\n\"\n"),
        ["units at once"] = ("strongswan", "  - [systemctl, enable, s2s-watch.service]\n  - [systemctl, restart, --no-block, s2s-watch.service]\n", "  - systemctl enable --now s2s-watch\n"),
        ["permissions as a number"] = ("wireguard", "s2s-keys\n    permissions: \"0755\"", "s2s-keys\n    permissions: 0755"),
        ["all files in memory"] = ("strongswan", "include /run/s2s/keys.conf", "include /run/s2s/*.conf"),
        ["the package starts BIRD"] = ("strongswan-pair", "  - [systemctl, restart, --no-block, bird.service]\n", ""),
        ["a filter for the kernel"] = ("wireguard", "export where source = RTS_BGP;", "export filter { if source = RTS_BGP then { krt_prefsrc = 10.0.10.4; accept; } reject; };"),
        ["a limit of ways"] = ("strongswan-pair", "merge paths on;", "merge paths on limit 8; # of tunnels"),
        ["segments of all directions"] = ("strongswan", "iifname \"s2s*\" tcp flags & (syn|rst) == syn tcp option maxseg size set 1350", "tcp flags syn tcp option maxseg size set 1300"),
        ["a unit of root"] = ("strongswan", "RuntimeDirectory=s2s\n", "RuntimeDirectory=s2s\n      User=root\n      PrivateTmp=yes\n      RestrictAddressFamilies=AF_INET AF_INET6\n"),
        ["a unit on a file that is there"] = ("strongswan", "After=s2s-network.service strongswan.service\n", "After=s2s-network.service strongswan.service\n      ConditionPathExists=/etc/s2s/tunnels\n"),
        ["no reload"] = ("strongswan-pair", "  - [systemctl, daemon-reload]\n", ""),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    public static TheoryData<string> RightNames => [.. Right.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task UserData_WithWhichAMachineWouldNotWork_SaysWhy(string name)
    {
        var (example, from, to, said) = Faults[name];

        var told = await FaultsAsync(example, from, to);

        Assert.NotEmpty(told);
        Assert.All(said, words => Assert.Contains(words, string.Join('\n', told), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RightNames))]
    public async Task UserData_WithAHarmlessEdit_IsRight(string name)
    {
        var (example, from, to) = Right[name];

        Assert.Empty(await FaultsAsync(example, from, to));
    }

    [Theory]
    [InlineData("merge paths on;", "merge paths on")]
    [InlineData("router id 10.", "router id 1000.")]
    public async Task UserData_WithWhichBirdDoesNotStart_SaysWhy(string from, string to)
    {
        Assert.SkipWhen(LabPrograms.Find("bird") is null, "There is no BIRD here.");

        Assert.Contains("can't read /etc/s2s/bird.conf, so that it does not start: line ", Assert.Single(await FaultsAsync("wireguard", from, to)), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string example, string from, string to)
    {
        Workbench.FindTerraform();
        var state = new StateEdits((await Applied[example].Value)[0]);
        var isAws = state.All("aws_instance").Any(machine => machine["user_data_base64"] is JsonValue);
        var (type, attribute) = isAws ? ("aws_instance", "user_data_base64") : ("azurerm_linux_virtual_machine", "custom_data");
        MachineFiles.Rewrite(state[type, "gateway_machine-0"], attribute, from, to);
        var layout = LabLayout.From(TerraformState.Read(state.ToString()), new Dictionary<string, IReadOnlyList<string>>());
        return [.. layout.Gateways.SelectMany(gateway => gateway.Appliance).Select(MachineContent.Fault).Where(fault => fault is not null).Select(fault => fault!.Cause)];
    }
}
