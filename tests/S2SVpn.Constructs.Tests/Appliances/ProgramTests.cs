using System.Globalization;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Request;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>The programs that read the files of a machine take them, where they are installed.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, int> All { get; } = new() { { "strongswan", 0 }, { "strongswan-pair", 0 }, { "strongswan-pair", 1 } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Shell_TakesTheScripts(string example, int index)
    {
        foreach (var path in Write(example, index).Where(path => File.ReadAllText(path).StartsWith("#!/bin/sh\n", StringComparison.Ordinal)))
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
    public async Task Python_TakesThePrograms(string example, int index)
    {
        foreach (var path in Write(example, index).Where(path => path.EndsWith(".py", StringComparison.Ordinal) || File.ReadAllText(path).StartsWith("#!/usr/bin/python3\n", StringComparison.Ordinal)))
        {
            await RunAsync("python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", path);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Bird_TakesItsConfiguration(int index) => await RunAsync("bird", "-p", "-c", Write("strongswan-pair", index).Single(path => path.EndsWith("/bird.conf", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nftables_TakesTheFilters(string example, int index) =>
        await RunAsync("unshare", "--user", "--map-root-user", "--net", "nft", "--file", Write(example, index).Single(path => path.EndsWith(".nft", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task CloudInit_TakesTheUserData(string example, int index)
    {
        var file = _folder["user-data"];
        File.WriteAllText(file, ApplianceCloudInit.Render(ApplianceContents.Of(ApplianceSoftware.Strongswan, Machines.Of(example, index))));

        await RunAsync("cloud-init", "schema", "--config-file", file);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Systemd_TakesTheUnits(string example, int index)
    {
        var written = Write(example, index);
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
    public async Task Charon_TakesTheConnectionsAndTheirKeys(string example, int index)
    {
        const string Daemon = "/usr/lib/ipsec/charon";
        Assert.SkipWhen(!File.Exists(Daemon), "charon is not installed.");
        var machine = Machines.Of(example, index);
        var connections = Write(example, index).Single(path => path.EndsWith("swanctl/conf.d/s2s.conf", StringComparison.Ordinal));
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

    private List<string> Write(string example, int index)
    {
        var paths = new List<string>();
        foreach (var file in Machines.Files(example, index).Values)
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
