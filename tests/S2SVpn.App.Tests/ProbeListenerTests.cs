using S2SVpn.Constructs.Tests;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>The software of a test machine, in namespaces of its own.</summary>
public sealed class ProbeListenerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Listener_BehindTheRulesOfItsPorts_AnswersOnEveryPortButThatOfSsh()
    {
        string[] needed = ["sh", "python3", "unshare", "nsenter"];
        Assert.SkipWhen(Array.Exists(needed, program => Command.Find(program) is null), $"Needs {string.Join(", ", needed)}.");
        // nft and ip come as they do for a rehearsal.
        var fetched = await FetchedAsync();
        string[] isolated = [.. Environment.IsPrivilegedProcess ? [] : new[] { "--user", "--map-root-user" }, "--net", "--mount"];
        File.WriteAllText(_folder["try"], $$"""
            set -e
            {{(fetched is null ? "" : $"mount -t overlay overlay -o lowerdir={fetched}/usr:/usr /usr")}}
            unshare --net sleep 300 & peer=$!
            trap 'kill $peer $listener' EXIT
            until [ "$(readlink /proc/$peer/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.1; done
            there="nsenter --net=/proc/$peer/ns/net"
            ip link set lo up
            ip link add here type veth peer name there netns $peer
            ip address add 10.9.0.1/24 dev here
            ip link set here up
            $there ip address add 10.9.0.2/24 dev there
            $there ip link set there up
            nft --file {{Write("/etc/probe-ports.nft")}}
            nft --file {{Write("/etc/probe-ports.nft")}}
            python3 {{Write("/usr/local/bin/vpn-speed")}} --listen & listener=$!
            until python3 -c 'import socket; socket.create_connection(("127.0.0.1", 5201))' 2>/dev/null; do sleep 0.1; done
            for port in 1 443 5201 65535; do $there python3 {{Write("/usr/local/bin/vpn-speed")}} 10.9.0.1 $port 1; done
            $there python3 {{Write("/usr/local/bin/vpn-speed")}} 10.9.0.1 22 1 || echo "not 22"
            """.ReplaceLineEndings("\n"));
        var run = await Command.RunAsync("unshare", [.. isolated, "sh", _folder["try"]], _folder.Path);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(
            ["10.9.0.1 port 1", "10.9.0.1 port 443", "10.9.0.1 port 5201", "10.9.0.1 port 65535", "not 22"],
            run.Output.TrimEnd().Split('\n').Select(line => line.Split(':')[0]));
    }

    private static async Task<string?> FetchedAsync()
    {
        try
        {
            return await HostMachine.PrepareAsync(_ => { });
        }
        catch (LabException exception) when (Environment.GetEnvironmentVariable("CI") is not ("true" or "1"))
        {
            Assert.Skip(exception.Message);
            return null;
        }
    }

    private string Write(string path)
    {
        var file = _folder[Path.GetFileName(path)];
        File.WriteAllText(file, ProbeCloudInit.Files[path].Content);
        return file;
    }
}
