using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Catalogue;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>s2s-network, run as its unit runs it, with the machine's own files, in a network namespace: at the machine's start, and once more.</summary>
public sealed class NetworkScriptTests : IDisposable
{
    // The kernel of a test machine may have neither XFRM interfaces nor WireGuard: an ordinary pair of interfaces takes the place of each.
    private const string Ip = """
        #!/bin/sh
        case "$*" in
          "link add "*)
            echo "$*" >>"$CALLS"
            exec "$REAL_IP" link add "$3" type veth peer name "other-$3" ;;
        esac
        exec "$REAL_IP" "$@"

        """;

    // A module is loaded into the kernel of the test machine: not here.
    private const string Around = """
        set -eu
        printf '#!/bin/sh\n' >bin/modprobe
        chmod +x bin/modprobe
        "$REAL_IP" link set dev lo up
        "$REAL_IP" link add eth0 type veth peer name outside
        "$REAL_IP" address add 10.0.0.28/24 dev eth0
        "$REAL_IP" link set dev eth0 up
        "$REAL_IP" link set dev outside up
        "$REAL_IP" route add default via 10.0.0.1
        PATH="$PWD/bin:$PATH" ./s2s-network
        PATH="$PWD/bin:$PATH" ./s2s-network
        while read -r name _; do
          echo "$name $("$REAL_IP" link show dev "$name" | sed -n 's/.* mtu \([0-9]*\).*/\1/p') $("$REAL_IP" -4 -oneline address show dev "$name" | sed -n 's/.*inet \([0-9.]*\) peer \([0-9.]*\/32\).*/\1 \2/p')"
        done <tunnels
        echo "forwards $(cat /proc/sys/net/ipv4/ip_forward)"
        nft list tables

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("strongswan-pair", 1, Cloud.Aws, 1400)]
    [InlineData("strongswan-azure", 0, Cloud.Azure, 1400)]
    [InlineData("wireguard", 0, Cloud.Aws, 1420)]
    [InlineData("wireguard-pair", 1, Cloud.Azure, 1420)]
    public async Task Network_RunTwice_HasEachInterfaceOnceWithItsAddresses(string example, int index, Cloud cloud, int mtu)
    {
        Assert.SkipWhen(Command.Find("ip") is null || Command.Find("nft") is null || Command.Find("unshare") is null, "iproute2, nftables or unshare is not installed.");
        var files = Machines.Files(example, index, cloud);
        var calls = Put(files);

        var run = await Command.RunAsync("unshare", ["--user", "--map-root-user", "--net", "sh", "around"], _folder.Path, new Dictionary<string, string?>
        {
            ["REAL_IP"] = Command.Find("ip"),
            ["CALLS"] = calls,
        });

        Assert.SkipWhen(run.Error.Contains("unshare failed", StringComparison.Ordinal), "There are no namespaces here.");
        Assert.True(run.ExitCode == 0, $"{run.Output}{run.Error}");
        var tunnels = files["/etc/s2s/tunnels"].Content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        Assert.Equal(
            [.. tunnels.Select(tunnel => $"{tunnel[0]} {mtu} {tunnel[2]} {tunnel[3]}/32"), "forwards 1"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..(tunnels.Count + 1)]);
        Assert.Contains("table ", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            tunnels.Select(tunnel => mtu == 1400 ? $"link add {tunnel[0]} type xfrm dev eth0 if_id {tunnel[1]}" : $"link add {tunnel[0]} type wireguard"),
            await File.ReadAllLinesAsync(calls, TestContext.Current.CancellationToken));
    }

    // The machine's files in one folder, with that folder in place of theirs.
    private string Put(IReadOnlyDictionary<string, ApplianceFile> files)
    {
        string[] wanted = ["/usr/local/sbin/s2s-network", "/etc/s2s/tunnels", "/etc/s2s/filter.nft", "/etc/sysctl.d/60-s2s.conf"];
        foreach (var path in wanted)
        {
            File.WriteAllText(_folder[Path.GetFileName(path)], files[path].Content.Replace("/etc/s2s", _folder.Path, StringComparison.Ordinal).Replace("/etc/sysctl.d", _folder.Path, StringComparison.Ordinal));
        }

        Directory.CreateDirectory(_folder["bin"]);
        File.WriteAllText(_folder["bin", "ip"], Ip);
        File.WriteAllText(_folder["around"], Around);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var program in new[] { _folder["bin", "ip"], _folder["s2s-network"] })
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return _folder["calls"];
    }
}
