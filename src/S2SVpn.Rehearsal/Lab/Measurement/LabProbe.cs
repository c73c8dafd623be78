using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>Tries one thing from one machine of the lab to another, and whether the answer comes back.</summary>
internal sealed class LabProbe(MachineNode from, MachineNode to, Ipv4 target)
{
    private static readonly byte[] Word = "rehearsal"u8.ToArray();

    // How long to wait for an answer before asking again.
    private const int Again = 500;

    // One listens on a port of a machine at a time.
    private static readonly ConcurrentDictionary<(string, ProtocolType, int), Lock> Ports = new();

    private static int _pings;
    private static int _pingIds;

    public bool Tcp(int port, int milliseconds)
    {
        using var held = Ports.GetOrAdd((to.Place, ProtocolType.Tcp, port), _ => new Lock()).EnterScope();
        using var server = MachineSocket.Open(to, SocketType.Stream, ProtocolType.Tcp, port);
        server.Listen();
        _ = Task.Run(async () =>
        {
            try
            {
                using var caller = await server.AcceptAsync();
                var heard = new byte[Word.Length];
                var count = await caller.ReceiveAsync(heard);
                await caller.SendAsync(heard.AsMemory(0, count));
            }
            catch (SocketException)
            {
                // Nobody came.
            }
        });
        using var client = MachineSocket.Open(from, SocketType.Stream, ProtocolType.Tcp, 0);
        using var patience = new CancellationTokenSource(milliseconds);
        return Try(patience, async () =>
        {
            await client.ConnectAsync(MachineSocket.Address(target), port, patience.Token);
            await client.SendAsync(Word, patience.Token);
            return await client.ReceiveAsync(new byte[Word.Length], patience.Token) == Word.Length;
        });
    }

    public bool Udp(int port, int milliseconds)
    {
        using var held = Ports.GetOrAdd((to.Place, ProtocolType.Udp, port), _ => new Lock()).EnterScope();
        using var server = MachineSocket.Open(to, SocketType.Dgram, ProtocolType.Udp, port);
        using var client = MachineSocket.Open(from, SocketType.Dgram, ProtocolType.Udp, 0);
        using var patience = new CancellationTokenSource(milliseconds);
        var word = Guid.NewGuid().ToByteArray();
        // What an earlier probe of this port sent may come as late as now.
        async Task<EndPoint> HearAsync(Socket socket)
        {
            var heard = new byte[word.Length + 1];
            while (true)
            {
                var from = await socket.ReceiveFromAsync(heard, new IPEndPoint(IPAddress.Any, 0), patience.Token);
                if (heard.AsSpan(0, from.ReceivedBytes).SequenceEqual(word))
                {
                    return from.RemoteEndPoint;
                }
            }
        }

        async Task EchoAsync()
        {
            while (true)
            {
                await server.SendToAsync(word, await HearAsync(server), patience.Token);
            }
        }

        return Try(patience, async () =>
        {
            _ = EchoAsync().ContinueWith(task => task.Exception, TaskScheduler.Default);
            await RepeatAsync(() => client.SendToAsync(word, new IPEndPoint(MachineSocket.Address(target), port), patience.Token), HearAsync(client), patience.Token);
            return true;
        });
    }

    /// <summary>
    /// The id of a ping that passed no filter before: the kernel takes another ping of the same id for a part of the same flow, and lets it
    /// through a filter that was closed in between.
    /// </summary>
    public static ushort NextPing()
    {
        var id = (ushort)Interlocked.Increment(ref _pingIds);
        return id == FilterRules.MeasurementPort ? NextPing() : id;
    }

    /// <param name="id">Which of the echoes it is: those of the lab's own measurements pass the filters.</param>
    /// <param name="milliseconds">How long to wait for the answer.</param>
    public bool Ping(ushort id, int milliseconds)
    {
        using var client = MachineSocket.Open(from, SocketType.Raw, ProtocolType.Icmp, 0);
        using var patience = new CancellationTokenSource(milliseconds);
        var request = Echo(id, (ushort)Interlocked.Increment(ref _pings));
        // The socket gets every echo that comes to this machine, and several are under way at once.
        async Task HearAsync()
        {
            var packet = new byte[1500];
            while (true)
            {
                var count = await client.ReceiveAsync(packet, patience.Token);
                var header = (packet[0] & 15) * 4;
                if (count >= header + 8 && packet[header] == 0 && new IPAddress(packet.AsSpan(12, 4)).Equals(MachineSocket.Address(target))
                    && packet.AsSpan(header + 4, 4).SequenceEqual(request.AsSpan(4, 4)))
                {
                    return;
                }
            }
        }

        return Try(patience, async () =>
        {
            await RepeatAsync(() => client.SendToAsync(request, new IPEndPoint(MachineSocket.Address(target), 0), patience.Token), HearAsync(), patience.Token);
            return true;
        });
    }

    // One packet may get lost, on a busy machine as on the Internet.
    private static async Task RepeatAsync(Func<ValueTask<int>> send, Task answer, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                _ = await send();
            }
            catch (SocketException)
            {
                // "No route" now may be a route in a moment.
            }

            if (await Task.WhenAny(answer, Task.Delay(Again, patience)) == answer)
            {
                await answer;
                return;
            }

            patience.ThrowIfCancellationRequested();
        }
    }

    private static bool Try(CancellationTokenSource patience, Func<Task<bool>> attempt)
    {
        try
        {
            return attempt().GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
        finally
        {
            patience.Cancel();
        }
    }

    private static byte[] Echo(ushort id, ushort sequence)
    {
        var packet = new byte[8 + Word.Length + 1];
        packet[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), id);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), sequence);
        Word.CopyTo(packet, 8);
        uint sum = 0;
        for (var at = 0; at < packet.Length; at += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(at));
        }

        sum = (sum & 0xffff) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)~(sum + (sum >> 16)));
        return packet;
    }
}
