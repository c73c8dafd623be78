using System.Diagnostics;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>The router of one gateway.</summary>
internal sealed class Bird : IDisposable
{
    private readonly Process _process;
    private string _errors = "";
    private BirdClient? _client;

    private Bird(GatewayNode gateway, Process process)
    {
        Gateway = gateway;
        _process = process;
    }

    public GatewayNode Gateway { get; }

    public static Bird Start(GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends, string program, LabTimers timers)
    {
        var configuration = $"{LabPrograms.Folder}/{gateway.Place}.conf";
        File.WriteAllText(configuration, BirdConfiguration.Of(gateway, ends, timers));
        var process = new NetworkNamespace(gateway.Place).Start(program, ["-f", "-c", configuration, "-s", $"{LabPrograms.Folder}/{gateway.Place}.ctl", "-P", $"{LabPrograms.Folder}/{gateway.Place}.pid"]);
        var bird = new Bird(gateway, process);
        process.ErrorDataReceived += (_, line) => bird._errors += line.Data;
        process.BeginErrorReadLine();
        return bird;
    }

    public void Connect() => _client = new BirdClient($"{LabPrograms.Folder}/{Gateway.Place}.ctl", TimeSpan.FromSeconds(60), () => _process.HasExited ? _errors : null);

    public BgpSession Session(LabTunnelEnd end) => BgpSession.From(Ask($"show protocols all {BirdConfiguration.Session(end)}"));

    /// <summary>The networks learned from an end's session, or all that a gateway has a way to.</summary>
    public IReadOnlyList<string> Routes(LabTunnelEnd? end = null) => Ask(end is null ? "show route table tunnels" : $"show route table master4 protocol {BirdConfiguration.Session(end)}")
        .Select(line => line.Split(' ')[0])
        .Where(word => word.Contains('/', StringComparison.Ordinal))
        .Distinct()
        .ToList();

    public IReadOnlyList<string> Ask(string command) => _client!.Ask(command);

    /// <summary>Has it hang.</summary>
    public void Freeze() => NativeMethods.Freeze(_process.Id);

    public void Dispose()
    {
        _client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        // What waits for its next start waits for its socket.
        File.Delete($"{LabPrograms.Folder}/{Gateway.Place}.ctl");

        _process.Dispose();
    }
}
