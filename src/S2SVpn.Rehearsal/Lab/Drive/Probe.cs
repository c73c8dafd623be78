using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Drive;

/// <summary>Tries one thing from one machine of the lab to another, and whether the answer comes back.</summary>
internal sealed class Probe(MachineNode from, MachineNode to, Ipv4 target)
{
    private static readonly byte[] Word = "rehearsal"u8.ToArray();

    // One listens on a port of a machine at a time.
    private static readonly ConcurrentDictionary<(string, ProtocolType, int), Lock> Ports = new();

    public bool Tcp(int port, int milliseconds)
    {
        using var held = Ports.GetOrAdd((to.Place, ProtocolType.Tcp, port), _ => new Lock()).EnterScope();
        using var server = Make(to, SocketType.Stream, ProtocolType.Tcp, port);
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
        using var client = Make(from, SocketType.Stream, ProtocolType.Tcp, 0);
        using var patience = new CancellationTokenSource(milliseconds);
        return Try(async () =>
        {
            await client.ConnectAsync(Address(target), port, patience.Token);
            await client.SendAsync(Word, patience.Token);
            return await client.ReceiveAsync(new byte[Word.Length], patience.Token) == Word.Length;
        });
    }

    public bool Udp(int port, int milliseconds)
    {
        using var held = Ports.GetOrAdd((to.Place, ProtocolType.Udp, port), _ => new Lock()).EnterScope();
        using var server = Make(to, SocketType.Dgram, ProtocolType.Udp, port);
        using var client = Make(from, SocketType.Dgram, ProtocolType.Udp, 0);
        using var patience = new CancellationTokenSource(milliseconds);
        return Try(async () =>
        {
            var heard = server.ReceiveFromAsync(new byte[Word.Length], new IPEndPoint(IPAddress.Any, 0), patience.Token);
            await client.SendToAsync(Word, new IPEndPoint(Address(target), port), patience.Token);
            var caller = (await heard).RemoteEndPoint;
            await server.SendToAsync(Word, caller, patience.Token);
            return await client.ReceiveAsync(new byte[Word.Length], patience.Token) == Word.Length;
        });
    }

    /// <param name="id">Which of the echoes it is: those of the lab's own measurements pass the filters.</param>
    /// <param name="milliseconds">How long to wait for the answer.</param>
    public bool Ping(ushort id, int milliseconds)
    {
        using var client = Make(from, SocketType.Raw, ProtocolType.Icmp, 0);
        using var patience = new CancellationTokenSource(milliseconds);
        var request = Echo(id);
        return Try(async () =>
        {
            await client.SendToAsync(request, new IPEndPoint(Address(target), 0), patience.Token);
            var packet = new byte[1500];
            while (true)
            {
                var count = await client.ReceiveAsync(packet, patience.Token);
                var header = (packet[0] & 15) * 4;
                if (count >= header + 8 && packet[header] == 0 && packet.AsSpan(header + 4, 2).SequenceEqual(request.AsSpan(4, 2)))
                {
                    return true;
                }
            }
        });
    }

    private static bool Try(Func<Task<bool>> attempt)
    {
        try
        {
            return attempt().GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    internal static Socket Make(MachineNode machine, SocketType type, ProtocolType protocol, int port) => new NetworkSpace(machine.Place).Run(() =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(Address(machine.Address), port));
        return socket;
    });

    internal static IPAddress Address(Ipv4 address) => new(BinaryPrimitives.ReverseEndianness(address.Value));

    private static byte[] Echo(ushort id)
    {
        var packet = new byte[8 + Word.Length + 1];
        packet[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), id);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), 1);
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
