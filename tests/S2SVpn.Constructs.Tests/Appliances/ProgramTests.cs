using System.Globalization;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Catalogue;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>The programs that read the files of a machine take them, where they are installed.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, int, Cloud> All { get; } = new()
    {
        { "strongswan", 0, Cloud.Aws }, { "strongswan-pair", 0, Cloud.Aws }, { "strongswan-pair", 1, Cloud.Aws }, { "strongswan-azure", 0, Cloud.Azure },
        { "wireguard", 0, Cloud.Aws }, { "wireguard", 0, Cloud.Azure }, { "wireguard-pair", 1, Cloud.Aws }, { "wireguard-pair", 1, Cloud.Azure },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Shell_TakesTheScripts(string example, int index, Cloud cloud)
    {
        foreach (var path in Write(example, index, cloud).Where(path => File.ReadAllText(path).StartsWith("#!/bin/sh\n", StringComparison.Ordinal)))
        {
            await RunAsync("sh", "-n", path);
            if (Command.Find("shellcheck") is not null)
            {
                await RunAsync("shellcheck", "--shell=sh", path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Python_TakesThePrograms(string example, int index, Cloud cloud)
    {
        foreach (var path in Write(example, index, cloud).Where(path => path.EndsWith(".py", StringComparison.Ordinal) || File.ReadAllText(path).StartsWith("#!/usr/bin/python3\n", StringComparison.Ordinal)))
        {
            await RunAsync("python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", path);
        }
    }

    [Theory]
    [InlineData("strongswan-pair", 0, Cloud.Aws)]
    [InlineData("strongswan-pair", 1, Cloud.Aws)]
    [InlineData("strongswan-azure", 0, Cloud.Azure)]
    [InlineData("wireguard", 0, Cloud.Aws)]
    [InlineData("wireguard-pair", 1, Cloud.Azure)]
    public async Task Bird_TakesItsConfiguration(string example, int index, Cloud cloud) => await RunAsync("bird", "-p", "-c", Write(example, index, cloud).Single(path => path.EndsWith("/bird.conf", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nftables_TakesTheFilters(string example, int index, Cloud cloud)
    {
        Assert.SkipWhen(Command.Find("nft") is null, "nftables is not installed.");
        await RunAsync("unshare", "--user", "--map-root-user", "--net", "nft", "--file", Write(example, index, cloud).Single(path => path.EndsWith(".nft", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("wireguard", 0, Cloud.Aws)]
    [InlineData("wireguard", 0, Cloud.Azure)]
    [InlineData("wireguard-pair", 1, Cloud.Azure)]
    public async Task Wireguard_TakesItsFilesWithTheKeysThatTheMachineAdds(string example, int index, Cloud cloud)
    {
        Assert.SkipWhen(Command.Find("wireguard-go") is null || Command.Find("python3") is null, "wireguard-go or Python is not installed.");
        var written = Write(example, index, cloud);
        var files = written.Where(path => path.Contains("/s2s/wireguard/", StringComparison.Ordinal)).ToList();
        File.WriteAllText(_folder["render.py"], """
            import importlib.machinery, importlib.util, os, sys
            sys.modules["s2s_cloud"] = type(sys)("s2s_cloud")
            loader = importlib.machinery.SourceFileLoader("keys", sys.argv[1])
            keys = importlib.util.module_from_spec(importlib.util.spec_from_loader("keys", loader))
            loader.exec_module(keys)
            print(keys.render(open(sys.argv[2]).read(), {"private": sys.argv[3], "peer": sys.argv[4]}), end="")
            """);
        File.WriteAllText(_folder["run.sh"], $"""
            set -e
            mount -t tmpfs tmpfs /run
            own=$(wg genkey)
            peer=$(wg genkey | wg pubkey)
            for file in {string.Join(' ', files)}; do
              name=$(basename "$file" .conf)
              WG_PROCESS_FOREGROUND=1 wireguard-go -f "$name" >/dev/null 2>&1 &
              for attempt in $(seq 600); do [ -S "/run/wireguard/$name.sock" ] && break; sleep 0.1; done
              python3 {_folder["render.py"]} {written.Single(path => path.EndsWith("/s2s-keys", StringComparison.Ordinal))} "$file" "$own" "$peer" >"/run/$name.conf"
              wg setconf "$name" "/run/$name.conf"
              wg syncconf "$name" "/run/$name.conf"
              echo "$name $(wg show "$name" listen-port) $(wg show "$name" endpoints | cut -f 2) $(wg show "$name" allowed-ips | cut -f 2) $(wg show "$name" persistent-keepalive | cut -f 2)"
            done
            """);

        var run = await RunAsync("unshare", ["--user", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", _folder["run.sh"]]);

        Assert.Equal(
            Machines.Of(example, index, cloud).Tunnels.Select(tunnel => string.Create(CultureInfo.InvariantCulture, $"{tunnel.Plan.Interface} {tunnel.Plan.Port} {tunnel.PeerIp}:{tunnel.Plan.Port} 0.0.0.0/0 25")),
            run.Output.Trim().Split('\n'));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task CloudInit_TakesTheUserData(string example, int index, Cloud cloud)
    {
        var file = _folder["user-data"];
        File.WriteAllText(file, ApplianceCloudInit.Render(Machines.Content(example, index, cloud)));

        await RunAsync("cloud-init", "schema", "--config-file", file);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Systemd_TakesTheUnits(string example, int index, Cloud cloud)
    {
        var written = Write(example, index, cloud);
        var units = written.Where(path => path.Contains("/etc/systemd/system/", StringComparison.Ordinal)).ToList();
        foreach (var unit in units)
        {
            // Programs lie elsewhere here, and those of packages may be missing.
            File.WriteAllText(unit, File.ReadAllText(unit).Replace("/usr/local/", $"{_folder["root"]}/usr/local/", StringComparison.Ordinal));
        }

        await RunAsync("systemd-analyze", ["verify", "--man=no", "--recursive-errors=no", .. units.Where(unit => unit.Contains("/s2s-", StringComparison.Ordinal))]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Charon_TakesTheConnectionsAndTheirKeys(string example, int index, Cloud cloud)
    {
        if (!Machines.Files(example, index, cloud).ContainsKey("/etc/swanctl/conf.d/s2s.conf"))
        {
            return;
        }

        const string Daemon = "/usr/lib/ipsec/charon";
        Assert.SkipWhen(!File.Exists(Daemon) || !File.Exists("/usr/lib/ipsec/plugins/libstrongswan-openssl.so"), "charon is not installed, or not its plugin openssl (libstrongswan-standard-plugins).");
        var machine = Machines.Of(example, index, cloud);
        var connections = Write(example, index, cloud).Single(path => path.EndsWith("swanctl/conf.d/s2s.conf", StringComparison.Ordinal));
        File.WriteAllText(_folder["daemon.conf"], """
            swanctl {
              load = random openssl
            }
            charon {
              load = random nonce openssl kdf kernel-netlink socket-default vici
              plugins {
                vici {
                  socket = unix:///run/vici
                }
              }
            }
            """);
        File.WriteAllText(_folder["keys.conf"], $"secrets {{\n{string.Concat(machine.Tunnels.Select(tunnel => $"  ike-{tunnel.Plan.Interface} {{\n    id-local = {machine.PublicIp}\n    id-remote = {tunnel.PeerIp}\n    secret = 0x41\n  }}\n"))}}}\n");
        File.WriteAllText(_folder["run.sh"], $"""
            set -e
            mount -t tmpfs tmpfs /run
            mkdir /run/s2s
            cp {_folder["keys.conf"]} /run/s2s/keys.conf
            {Daemon} >/dev/null 2>&1 &
            for attempt in $(seq 600); do [ -S /run/vici ] && break; sleep 0.1; done
            swanctl --load-all --noprompt --uri unix:///run/vici --file {connections}
            swanctl --list-conns --uri unix:///run/vici
            """);

        var run = await RunAsync("unshare", ["--user", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", _folder["run.sh"]]);

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"successfully loaded {machine.Tunnels.Count} connections, 0 unloaded"), run.Output, StringComparison.Ordinal);
        Assert.All(machine.Tunnels, tunnel => Assert.Contains($"loaded ike secret 'ike-{tunnel.Plan.Interface}'", run.Output, StringComparison.Ordinal));
        Assert.All(machine.Tunnels, tunnel => Assert.Contains($"{tunnel.Plan.Interface}: IKEv2", run.Output, StringComparison.Ordinal));
    }

    private List<string> Write(string example, int index, Cloud cloud)
    {
        var paths = new List<string>();
        foreach (var file in Machines.Files(example, index, cloud).Values)
        {
            var path = _folder["root"] + file.Path;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(file.Mode, 8));
            }

            paths.Add(path);
        }

        return paths;
    }

    private async Task<Command> RunAsync(string program, params string[] arguments)
    {
        Assert.SkipWhen(Command.Find(program) is null, $"{program} is not installed.");
        Assert.SkipWhen(arguments.Contains("--net") && (await Command.RunAsync("unshare", ["--user", "--map-root-user", "--net", "--mount", "true"], _folder.Path)).ExitCode != 0, "There are no namespaces here.");
        var run = await Command.RunAsync(program, arguments, _folder.Path, new Dictionary<string, string?> { ["STRONGSWAN_CONF"] = _folder["daemon.conf"] });
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{run.Output}{run.Error}");
        return run;
    }
}
