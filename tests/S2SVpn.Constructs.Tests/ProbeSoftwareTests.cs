using System.Text;
using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;
using YamlDotNet.Serialization;

namespace S2SVpn.Constructs.Tests;

/// <summary>What a test machine gets at its first start: whole, and doing what the printed checks rely on.</summary>
public sealed partial class ProbeSoftwareTests : IDisposable
{
    private static readonly Lazy<Configured> CloudInit = new(Read);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CloudInit_EveryThingThatIsStarted_IsThere()
    {
        var files = CloudInit.Value.Files;
        var services = files.Keys.Where(path => path.StartsWith("/etc/systemd/system/", StringComparison.Ordinal)).Select(Path.GetFileName).ToList();
        var started = CloudInit.Value.Commands.SelectMany(words => words).Concat(files.Values.SelectMany(file => Service().Matches(file.Content).Select(match => match.Value)))
            .Where(word => word.EndsWith(".service", StringComparison.Ordinal)).Distinct().Order();

        Assert.Equal(services.Order(), started);
        var programs = files.Values.SelectMany(file => Program().Matches(file.Content).Select(match => match.Groups["path"].Value)).Distinct().ToList();
        Assert.NotEmpty(programs);
        Assert.All(programs.Where(path => path.StartsWith("/usr/local/", StringComparison.Ordinal)), path => Assert.Equal("0755", files[path].Permissions));
    }

    [Fact]
    public void CloudInit_OfAMachineInAws_IsNoLongerThanItMayBeAndNoTemplate()
    {
        // docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
        Assert.InRange(Encoding.UTF8.GetByteCount(CloudInit.Value.Text), 1, 16 * 1024);
        Assert.DoesNotContain("${", CloudInit.Value.Text);
        Assert.DoesNotContain("%{", CloudInit.Value.Text);
    }

    [Fact]
    public async Task CloudInit_Scripts_AreSound()
    {
        foreach (var (path, file) in CloudInit.Value.Files.Where(file => file.Value.Content.StartsWith("#!/bin/sh\n", StringComparison.Ordinal)))
        {
            Assert.SkipWhen(Command.Find("sh") is null, "There is no sh here.");
            var run = await Command.RunAsync("sh", ["-n", Write(path)], _folder.Path);
            Assert.True(run.ExitCode == 0, $"{path}: {run.Error}\n{file.Content}");
        }
    }

    [Fact]
    public async Task Speed_ToAListener_IsMeasuredBothWaysAndForOthersItAnswersToo()
    {
        var run = await RunAsync($$"""
            import socket, subprocess, sys, threading
            def free():
                with socket.socket() as one:
                    one.bind(("127.0.0.1", 0))
                    return one.getsockname()[1]
            port = free()
            iperf = socket.create_server(("127.0.0.1", 0))
            def echo():
                client = iperf.accept()[0]
                client.sendall(client.recv(100).upper())
                client.close()
            threading.Thread(target=echo, daemon=True).start()
            speed = [sys.executable, "{{Write("/usr/local/bin/vpn-speed")}}"]
            listener = subprocess.Popen(speed + ["--listen", str(port), str(iperf.getsockname()[1])])
            try:
                while True:
                    try:
                        socket.create_connection(("127.0.0.1", port)).close()
                        break
                    except ConnectionRefusedError:
                        pass
                print(subprocess.run(speed + ["127.0.0.1", str(port), "1"], capture_output=True, text=True).stdout, end="")
                with socket.create_connection(("127.0.0.1", port)) as other:
                    other.sendall(b"hello iperf")
                    print(other.recv(100).decode())
                listener.kill()
                listener.wait()
                gone = subprocess.run(speed + ["127.0.0.1", str(port), "1"], capture_output=True, text=True)
                print(gone.returncode, gone.stderr, end="")
            finally:
                listener.kill()
            """);

        var lines = run.Split('\n');
        Assert.Matches(@"^127\.0\.0\.1 port \d+: [1-9]\d* Mbit/s from there, [1-9]\d* Mbit/s to there$", lines[0]);
        Assert.Equal("HELLO IPERF", lines[1]);
        Assert.StartsWith("1 vpn-speed: 127.0.0.1 port ", lines[2]);
    }

    [Fact]
    public async Task Listener_BehindTheRulesOfItsPorts_AnswersOnEveryPortButThatOfSsh()
    {
        string[] needed = ["sh", "python3", "nft", "ip", "unshare", "nsenter"];
        Assert.SkipWhen(Array.Exists(needed, program => Command.Find(program) is null), $"Needs {string.Join(", ", needed)}.");
        string[] isolated = ["--user", "--map-root-user", "--net"];
        Assert.SkipWhen((await Command.RunAsync("unshare", [.. isolated, "true"], _folder.Path)).ExitCode != 0, "Namespaces of users are closed here.");
        File.WriteAllText(_folder["try"], $$"""
            set -e
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

    // As it stands in the configuration, read by somebody else than who wrote it.
    private static Configured Read()
    {
        var configuration = new Configuration(Synthesis.Synthesize("""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16 }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            probes: { aws: [{ name: one }] }
            """));
        var text = Assert.Single(configuration.OfType("aws_instance")).Text("user_data");
        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(text);
        return new Configured(
            text,
            ((List<object>)yaml["write_files"]).Cast<Dictionary<object, object>>().ToDictionary(
                file => (string)file["path"], file => ((string)file["content"], (string)file["permissions"])),
            [.. ((List<object>)yaml["runcmd"]).Select(command => ((List<object>)command).Cast<string>().ToArray())]);
    }

    private string Write(string path)
    {
        var file = _folder[Path.GetFileName(path)];
        File.WriteAllText(file, CloudInit.Value.Files[path].Content);
        return file;
    }

    private async Task<string> RunAsync(string program)
    {
        Assert.SkipWhen(Command.Find("python3") is null, "There is no Python here.");
        File.WriteAllText(_folder["try.py"], program.ReplaceLineEndings("\n"));
        var run = await Command.RunAsync("python3", [_folder["try.py"]], _folder.Path);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run.Output;
    }

    private sealed record Configured(string Text, IReadOnlyDictionary<string, (string Content, string Permissions)> Files, IReadOnlyList<string[]> Commands);

    [GeneratedRegex(@"[\w-]+\.service")]
    private static partial Regex Service();

    [GeneratedRegex(@"^Exec\w+=\+?(?<path>\S+)", RegexOptions.Multiline)]
    private static partial Regex Program();
}
