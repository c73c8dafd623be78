using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>One flow: numbered packets from a port of its own, and the echoes that come back to it.</summary>
internal sealed class Flow(int number, Socket socket) : IDisposable
{
    /// <summary>The size of every packet: the number of the flow, then the number of the packet.</summary>
    public const int Length = 64;

    /// <summary>In place of a packet's number: it was sent on the flow's own machine, to try its socket.</summary>
    public const long Trial = -1;

    // Ten packets long: a machine that is only busy seldom takes so long.
    private static readonly long Quiet = Stopwatch.Frequency / 5;

    private readonly byte[] _packet = Packet(number, 0);
    private readonly Lock _one = new();
    private readonly List<(long From, long To)> _waits = [];
    private long _next;
    private long _from;
    private long _answers;
    private long _begin;
    private long? _end;
    private long _echoed;
    private long _last = Stopwatch.GetTimestamp();
    private long _gap;
    private long _began;
    private bool _receives;

    public int Number { get; } = number;

    public IPEndPoint Address { get; } = (IPEndPoint)socket.LocalEndPoint!;

    /// <summary>Whether a packet from its own machine has reached it since this was last set to false.</summary>
    public bool Receives { get => Volatile.Read(ref _receives); set => Volatile.Write(ref _receives, value); }

    /// <summary>The flow whose echo came to this one's socket; null as long as each gets its own.</summary>
    public int? Foreign { get; private set; }

    /// <summary>How many echoes came of what was sent since <see cref="Ask"/>.</summary>
    public long Answers
    {
        get
        {
            lock (_one)
            {
                return _answers;
            }
        }
    }

    public static byte[] Packet(int flow, long packet)
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, flow);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(4), packet);
        return bytes;
    }

    public static (int Flow, long Packet) Read(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[4..]));

    /// <summary>Resets the answer count: echoes of earlier packets don't count.</summary>
    public void Ask()
    {
        lock (_one)
        {
            (_from, _answers) = (_next, 0);
        }
    }

    /// <summary>Resets the loss count.</summary>
    public void Begin()
    {
        lock (_one)
        {
            (_begin, _end, _echoed, _gap, _last) = (_next, null, 0, 0, Stopwatch.GetTimestamp());
            _began = _last;
            _waits.Clear();
        }
    }

    /// <summary>What is sent from now on is not counted; an echo of what was sent before still is.</summary>
    public void End()
    {
        lock (_one)
        {
            _end = _next;
            Waited(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>When it waited for an echo longer than usual, in seconds from the begin.</summary>
    public IReadOnlyList<(double From, double To)> Waits()
    {
        lock (_one)
        {
            return [.. _waits.Select(wait => ((double)(wait.From - _began) / Stopwatch.Frequency, (double)(wait.To - _began) / Stopwatch.Frequency))];
        }
    }

    /// <summary>What was sent between the begin and the end, what of it had no echo, and the longest wait for one.</summary>
    public (long Sent, long Lost, double Seconds) Count()
    {
        lock (_one)
        {
            var sent = (_end ?? _next) - _begin;
            return (sent, sent - _echoed, (double)_gap / Stopwatch.Frequency);
        }
    }

    public void Send(EndPoint target)
    {
        lock (_one)
        {
            BinaryPrimitives.WriteInt64BigEndian(_packet.AsSpan(4), _next++);
        }

        _ = socket.SendTo(_packet, target);
    }

    /// <summary>Waits for one packet, and counts it.</summary>
    public void Receive(byte[] buffer)
    {
        if (socket.Receive(buffer) != Length)
        {
            return;
        }

        var (flow, packet) = Read(buffer);
        if (flow != Number)
        {
            Foreign = flow;
            return;
        }

        if (packet == Trial)
        {
            Receives = true;
            return;
        }

        lock (_one)
        {
            _answers += packet >= _from ? 1 : 0;
            _echoed += packet >= _begin && packet < (_end ?? long.MaxValue) ? 1 : 0;
            if (_end is null)
            {
                var now = Stopwatch.GetTimestamp();
                Waited(now);
                _last = now;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private void Waited(long now)
    {
        _gap = Math.Max(_gap, now - _last);
        if (now - _last > Quiet)
        {
            _waits.Add((_last, now));
        }
    }
}
