using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>
/// WireGuard at one end of a tunnel. It runs in user space, on every machine alike, and has the interface that the router of its gateway gets. It
/// never says that a tunnel is down, so that what comes from its peer tells.
/// </summary>
internal sealed class WireguardPeer : TunnelDaemon
{
    // Where it listens for wg (github.com/WireGuard/wireguard-go, ipc/uapi_linux.go).
    private const string Sockets = "/var/run/wireguard";

    // Whoever gets data and has none to send answers after ten seconds; until then it may be silent, because what it gets counts as a keepalive of its
    // own (www.wireguard.com/papers/wireguard.pdf, section 6.5).
    private const int LongestSilence = 12;

    private const int MissedKeepalives = 3;

    private readonly string _folder;
    private readonly string _wg;
    private readonly Process _process;
    private readonly CancellationTokenSource _ended = new();
    private volatile bool _isUp;

    private WireguardPeer(LabTunnelEnd end, string folder, string wg, Process process) : base(end) => (_folder, _wg, _process) = (folder, wg, process);

    public override bool IsUp => _isUp;

    private protected override string LogFile => Path.Combine(_folder, "wireguard.log");

    private string Socket => $"{Sockets}/{End.Place}.sock";

    public static WireguardPeer Start(LabTunnelEnd end, LabPrograms programs, string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, end.Place)).FullName;
        // Its socket is known by the name of its interface, which has to be another for each end.
        var process = new NetworkNamespace(end.Place).Start(
            "/bin/sh", ["-c", $"exec {programs.Wireguard} -f {end.Place} > {folder}/wireguard.log 2>&1"], new Dictionary<string, string> { ["LOG_LEVEL"] = "verbose", ["WG_PROCESS_FOREGROUND"] = "1" });
        return new WireguardPeer(end, folder, programs.Wg, process);
    }

    public override void Connect()
    {
        if (!Wait.Until(60, () => _process.HasExited || File.Exists(Socket)) || _process.HasExited)
        {
            throw new LabException($"wireguard-go did not start: {Log.Trim()}");
        }
    }

    public override void Load(bool restarts, LabTimers timers)
    {
        var appliance = (WireguardEnd)End.Appliance!;
        NetworkNamespace.Internet.Feed(_wg, ["setconf", End.Place, "/dev/stdin"], ApplianceInLab.Interface(End, appliance, timers));
        var silence = TimeSpan.FromSeconds(timers.Real ? Math.Max(LongestSilence, MissedKeepalives * appliance.File.Keepalive) : LongestSilence);
        new Thread(() => Watch(silence)) { IsBackground = true }.Start();
    }

    // Both ends begin as soon as they are told of each other.
    public override void Initiate()
    {
    }

    /// <summary>The public key of a private one.</summary>
    public static string PublicOf(string key, string wg) => NetworkNamespace.Internet.Feed(wg, ["pubkey"], key).Trim();

    public override void Dispose()
    {
        _ended.Cancel();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        File.Delete(Socket);

        _process.Dispose();
    }

    private void Watch(TimeSpan silence)
    {
        var (known, heard) = (0L, Stopwatch.StartNew());
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                var received = Received();
                if (received != known)
                {
                    known = received;
                    heard.Restart();
                }
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                // It is being taken down.
            }

            var up = known > 0 && heard.Elapsed < silence;
            if (up != _isUp)
            {
                _isUp = up;
                OnCarries?.Invoke(End, up);
            }

            _ = _ended.Token.WaitHandle.WaitOne(200);
        }
    }

    // Bytes that came through the tunnel; 0 before the first handshake (www.wireguard.com/xplatform).
    private long Received()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(Socket));
        using var stream = new NetworkStream(socket);
        stream.Write(Encoding.ASCII.GetBytes("get=1\n\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var values = new Dictionary<string, string>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            values[line.Split('=')[0]] = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        return values.GetValueOrDefault("last_handshake_time_sec") is null or "0" ? 0 : long.Parse(values.GetValueOrDefault("rx_bytes") ?? "0", CultureInfo.InvariantCulture);
    }
}
