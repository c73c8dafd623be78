using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>Sockets of the lab's machines.</summary>
internal static class MachineSocket
{
    private const double Seconds = 10;

    /// <summary>A socket on a machine. With port 0 it gets one that no other socket there has.</summary>
    public static Socket Open(MachineNode machine, SocketType type, ProtocolType protocol, int port) =>
        new NetworkNamespace(machine.Place).Run(() => Open(type, protocol, new IPEndPoint(Address(machine.Address), port)));

    /// <summary>A socket of this process, at an address of its own.</summary>
    public static Socket Open(SocketType type, ProtocolType protocol, IPEndPoint address)
    {
        // Not with ReuseAddress: it would hand the same free port out twice, and one of the two hears nothing.
        var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        SocketException? taken = null;
        if (Wait.Until(Seconds, () => (taken = Bind(socket, address)) is null))
        {
            return socket;
        }

        socket.Dispose();
        throw new LabException($"The lab can't use {protocol} port {address}: {taken!.Message}.");
    }

    public static IPAddress Address(Ipv4 address) => new(BinaryPrimitives.ReverseEndianness(address.Value));

    // The port of a socket that was closed is taken for another moment.
    private static SocketException? Bind(Socket socket, IPEndPoint address)
    {
        try
        {
            socket.Bind(address);
            return null;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return exception;
        }
    }
}
