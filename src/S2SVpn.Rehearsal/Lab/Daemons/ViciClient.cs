using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>Talks to one charon over its socket: commands with an answer, commands that stream, and events.</summary>
internal sealed class ViciClient : IDisposable
{
    private const byte Command = 0, Response = 1, Unknown = 2, Register = 3, Unregister = 4, Confirm = 5, UnknownEvent = 6, Event = 7;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly BlockingCollection<(byte Type, ViciNode Message)> _answers = [];
    private readonly Lock _one = new();
    private List<ViciNode>? _streamed;

    /// <summary>Called for every event that was asked for with <see cref="Listen"/>.</summary>
    public Action<string, ViciNode>? OnEvent { get; set; }

    /// <summary>Waits for the socket to be there, unless its charon has ended.</summary>
    /// <exception cref="LabException">It was not, in that time.</exception>
    public static ViciClient Connect(string path, TimeSpan patience, Func<string?> ended)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            var client = new ViciClient();
            try
            {
                client._socket.Connect(new UnixDomainSocketEndPoint(path));
                new Thread(client.Read) { IsBackground = true, Name = path }.Start();
                return client;
            }
            catch (SocketException exception)
            {
                client.Dispose();
                if (ended() is { } words)
                {
                    throw new LabException($"charon did not start. It said: {words}");
                }

                if (DateTime.UtcNow > until)
                {
                    throw new LabException($"charon did not start in {patience.TotalSeconds:0} seconds: {exception.Message}");
                }

                Thread.Sleep(5);
            }
        }
    }

    /// <exception cref="LabException">It refused.</exception>
    public ViciNode Call(string command, ViciNode? message = null)
    {
        var answer = Try(command, message);
        return answer.Text("success") is null or "yes"
            ? answer
            : throw new LabException($"charon refused '{command}': {answer.Text("errmsg")}");
    }

    public ViciNode Try(string command, ViciNode? message = null)
    {
        lock (_one)
        {
            return Exchange(Command, command, message);
        }
    }

    /// <summary>A command that answers with one event for each thing it lists.</summary>
    public IReadOnlyList<ViciNode> Stream(string command, string @event, ViciNode? message = null)
    {
        lock (_one)
        {
            _ = Exchange(Register, @event, null);
            var streamed = _streamed = [];
            try
            {
                _ = Exchange(Command, command, message);
                return streamed;
            }
            finally
            {
                _streamed = null;
                _ = Exchange(Unregister, @event, null);
            }
        }
    }

    public void Listen(params IEnumerable<string> events)
    {
        lock (_one)
        {
            foreach (var @event in events)
            {
                _ = Exchange(Register, @event, null);
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _answers.CompleteAdding();
    }

    private ViciNode Exchange(byte type, string name, ViciNode? message)
    {
        using var packet = new MemoryStream();
        packet.Write([0, 0, 0, 0, type, (byte)name.Length]);
        packet.Write(Encoding.ASCII.GetBytes(name));
        message?.Write(packet);
        var bytes = packet.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length - 4);
        try
        {
            _socket.Send(bytes);
            var (kind, answer) = _answers.Take();
            return kind is Response or Confirm ? answer : throw new LabException($"This charon knows no '{name}'.");
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or ObjectDisposedException)
        {
            throw new LabException($"charon went away during '{name}'.");
        }
    }

    private void Read()
    {
        try
        {
            var header = new byte[4];
            while (Fill(header))
            {
                var packet = new byte[BinaryPrimitives.ReadInt32BigEndian(header)];
                if (!Fill(packet))
                {
                    break;
                }

                Take(packet);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }

        _answers.CompleteAdding();
    }

    private void Take(byte[] packet)
    {
        if (packet[0] != Event)
        {
            _answers.Add((packet[0], packet[0] is Response ? ViciNode.Read(packet.AsSpan(1)) : new ViciNode()));
            return;
        }

        var name = Encoding.ASCII.GetString(packet, 2, packet[1]);
        var message = ViciNode.Read(packet.AsSpan(2 + packet[1]));
        if (name is "list-sa" or "list-conn")
        {
            _streamed?.Add(message);
        }
        else
        {
            OnEvent?.Invoke(name, message);
        }
    }

    private bool Fill(byte[] buffer)
    {
        for (var at = 0; at < buffer.Length;)
        {
            var read = _socket.Receive(buffer.AsSpan(at));
            if (read == 0)
            {
                return false;
            }

            at += read;
        }

        return true;
    }
}
