using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Drive;
using S2SVpn.Rehearsal.Lab.Peers;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>
/// Flows from one machine to another that send a packet each few milliseconds and await its echo. Many, because one flow uses
/// one tunnel, and often not the one that is lost.
/// </summary>
internal sealed class FlowMeter : IDisposable
{
    public const int Flows = 32;

    private const int Interval = 20;

    private readonly Socket _server;
    private readonly Socket[] _clients;
    private readonly IPEndPoint _target;
    private readonly long[] _last = new long[Flows];
    private readonly long[] _gap = new long[Flows];
    private readonly int[] _sent = new int[Flows];
    private readonly int[] _heard = new int[Flows];
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _sender;

    public FlowMeter(MachinePair pair)
    {
        _server = Probe.Make(pair.To, SocketType.Dgram, ProtocolType.Udp, FilterRules.FreePort);
        _clients = [.. Enumerable.Range(0, Flows).Select(_ => Probe.Make(pair.From, SocketType.Dgram, ProtocolType.Udp, 0))];
        _target = new IPEndPoint(Probe.Address(pair.Target), FilterRules.FreePort);
        new Thread(Echo) { IsBackground = true }.Start();
        for (var flow = 0; flow < Flows; flow++)
        {
            var own = flow;
            new Thread(() => Hear(own), 256 * 1024) { IsBackground = true }.Start();
        }

        Reset();
        _sender = new Thread(Send) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _sender.Start();
    }

    /// <summary>Begins to count anew.</summary>
    public void Reset()
    {
        var now = Stopwatch.GetTimestamp();
        for (var flow = 0; flow < Flows; flow++)
        {
            Volatile.Write(ref _last[flow], now);
            Volatile.Write(ref _gap[flow], 0);
            Volatile.Write(ref _sent[flow], 0);
            Volatile.Write(ref _heard[flow], 0);
        }
    }

    /// <summary>Whether every flow has had an answer in the last moment.</summary>
    public bool AllAnswered(int withinMilliseconds) =>
        Enumerable.Range(0, Flows).All(flow => Stopwatch.GetElapsedTime(Volatile.Read(ref _last[flow])).TotalMilliseconds < withinMilliseconds);

    /// <summary>What was lost since the last reset, and how long the flow that waited longest waited.</summary>
    public (int Affected, int Lost, int Sent, double Seconds) Read()
    {
        // What is on its way is not lost.
        var lost = Enumerable.Range(0, Flows).Select(flow => Math.Max(0, Volatile.Read(ref _sent[flow]) - Volatile.Read(ref _heard[flow]) - 1)).ToList();
        var gaps = Enumerable.Range(0, Flows).Select(flow => Math.Max(Volatile.Read(ref _gap[flow]), Stopwatch.GetTimestamp() - Volatile.Read(ref _last[flow]))).ToList();
        var waited = (double)gaps.Where((_, flow) => lost[flow] > 0).DefaultIfEmpty(0).Max() / Stopwatch.Frequency;
        return (lost.Count(each => each > 0), lost.Sum(), _sent.Sum(), waited);
    }

    public void Dispose()
    {
        _end.Cancel();
        _sender.Join();
        foreach (var socket in _clients.Append(_server))
        {
            socket.Dispose();
        }

        _end.Dispose();
    }

    private void Send()
    {
        var packet = new byte[64];
        while (!_end.IsCancellationRequested)
        {
            for (var flow = 0; flow < Flows; flow++)
            {
                Interlocked.Increment(ref _sent[flow]);
                Quietly(() => _clients[flow].SendTo(packet, _target));
            }

            Thread.Sleep(Interval);
        }
    }

    private void Hear(int flow)
    {
        var packet = new byte[64];
        while (!_end.IsCancellationRequested)
        {
            if (Quietly(() => _clients[flow].Receive(packet)))
            {
                var now = Stopwatch.GetTimestamp();
                var before = Interlocked.Exchange(ref _last[flow], now);
                _gap[flow] = Math.Max(_gap[flow], now - before);
                Interlocked.Increment(ref _heard[flow]);
            }
        }
    }

    private void Echo()
    {
        var packet = new byte[64];
        while (!_end.IsCancellationRequested)
        {
            EndPoint caller = new IPEndPoint(IPAddress.Any, 0);
            _ = Quietly(() => _server.ReceiveFrom(packet, ref caller)) && Quietly(() => _server.SendTo(packet, caller));
        }
    }

    // "No route" and "refused" are losses like any other.
    private static bool Quietly(Func<int> work)
    {
        try
        {
            return work() > 0;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
