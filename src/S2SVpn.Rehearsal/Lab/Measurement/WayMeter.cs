using System.Diagnostics;
using System.Globalization;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>Which tunnels the packets to AWS take while something is lost: by the counters of their devices in Azure's router.</summary>
internal sealed class WayMeter : IDisposable
{
    private const int Interval = 200;

    // Fewer packets than these are the routers' own.
    private const long Enough = 20;

    // What is less is no move.
    private const double Step = 0.1;

    private readonly Dictionary<string, string> _tunnels;
    private readonly List<LabDrillWay> _ways = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;

    public WayMeter(RunningLab lab, IReadOnlyList<TunnelPair> link)
    {
        var ends = link.Where(pair => pair.Azure is not null).ToList();
        _tunnels = ends.ToDictionary(pair => pair.Azure!.Device, pair => pair.Tunnel.Name);
        var place = lab.Layout.Gateway(ends[0].Azure!.Gateway).Place;
        _thread = new Thread(() => new NetworkNamespace(place).Run(Count)) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>What was seen until now.</summary>
    public IReadOnlyList<LabDrillWay> Read()
    {
        lock (_ways)
        {
            return [.. _ways];
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _end.Dispose();
    }

    private bool Count()
    {
        var (before, shares) = (Sent(), new Dictionary<string, double>());
        while (!_end.Token.WaitHandle.WaitOne(Interval))
        {
            var now = Sent();
            // A device that was made anew counts from 0.
            var sent = _tunnels.ToDictionary(tunnel => tunnel.Value, tunnel => Math.Max(0, now.GetValueOrDefault(tunnel.Key) - before.GetValueOrDefault(tunnel.Key)));
            var all = sent.Values.Sum();
            before = now;
            foreach (var (tunnel, packets) in all < Enough ? [] : sent)
            {
                var share = Math.Round((double)packets / all, 2);
                if (Math.Abs(share - shares.GetValueOrDefault(tunnel)) >= Step)
                {
                    shares[tunnel] = share;
                    lock (_ways)
                    {
                        _ways.Add(new LabDrillWay(Math.Round(_watch.Elapsed.TotalSeconds, 1), tunnel, share));
                    }
                }
            }
        }

        return true;
    }

    // The file of this thread's namespace: two lines of titles, then the device, 8 counters of what came, and the packets that went as the second
    // of what was sent (man 5 proc_pid_net).
    private static Dictionary<string, long> Sent() => File.ReadLines("/proc/thread-self/net/dev").Skip(2)
        .Select(line => line.Split(':', 2))
        .ToDictionary(line => line[0].Trim(), line => long.Parse(line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[9], CultureInfo.InvariantCulture));
}
