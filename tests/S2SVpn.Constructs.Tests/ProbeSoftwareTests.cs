using System.Text;
using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>What a test machine gets at its first start: whole, and doing what the printed checks rely on.</summary>
public sealed partial class ProbeSoftwareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CloudInit_EveryThingThatIsStarted_IsThere()
    {
        var files = ProbeCloudInit.Files;
        var services = files.Keys.Where(path => path.StartsWith("/etc/systemd/system/", StringComparison.Ordinal)).Select(Path.GetFileName).ToList();
        var started = ProbeCloudInit.Commands.SelectMany(words => words).Concat(files.Values.SelectMany(file => Service().Matches(file.Content).Select(match => match.Value)))
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
        Assert.InRange(Encoding.UTF8.GetByteCount(ProbeCloudInit.Text), 1, 16 * 1024);
        Assert.DoesNotContain("${", ProbeCloudInit.Text);
        Assert.DoesNotContain("%{", ProbeCloudInit.Text);
    }

    [Fact]
    public async Task CloudInit_Scripts_AreSound()
    {
        foreach (var (path, file) in ProbeCloudInit.Files.Where(file => file.Value.Content.StartsWith("#!/bin/sh\n", StringComparison.Ordinal)))
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

    private string Write(string path)
    {
        var file = _folder[Path.GetFileName(path)];
        File.WriteAllText(file, ProbeCloudInit.Files[path].Content);
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

    [GeneratedRegex(@"[\w-]+\.service")]
    private static partial Regex Service();

    [GeneratedRegex(@"^Exec\w+=\+?(?<path>\S+)", RegexOptions.Multiline)]
    private static partial Regex Program();
}
