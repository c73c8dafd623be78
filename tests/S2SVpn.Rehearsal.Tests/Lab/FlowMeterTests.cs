using System.Net;
using System.Net.Sockets;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>The flows of the drills, between sockets of this machine: what they tell apart doesn't need a VPN.</summary>
public sealed class FlowMeterTests
{
    private const double Patience = 30;

    [Fact]
    public void Silent_WhereEchoesComeBack_IsNone()
    {
        using var server = Open();
        using var meter = Meter(server, (IPEndPoint)server.LocalEndPoint!, Enumerable.Range(0, 8).Select(_ => Open()));
        meter.Begin();

        Assert.Empty(meter.Silent(Patience));
        meter.End();
        Assert.True(meter.Read().Sent >= 8 * 10);
    }

    [Fact]
    public void Silent_WhereNothingComesBack_IsEveryFlow()
    {
        using var server = Open();
        using var hole = Open();
        using var meter = Meter(server, (IPEndPoint)hole.LocalEndPoint!, [Open(), Open()]);
        meter.Begin();

        Assert.Equal([0, 1], meter.Silent(0.2));
        meter.End();
        var (affected, lost, sent, _) = meter.Read();
        Assert.Equal(2, affected);
        Assert.Equal(sent, lost);
    }

    [Fact]
    public void Timeline_WhereNothingComesBack_HasEveryFlowSilentUntilTheEnd()
    {
        using var server = Open();
        using var hole = Open();
        using var meter = Meter(server, (IPEndPoint)hole.LocalEndPoint!, [Open(), Open()]);
        meter.Begin();
        _ = meter.Silent(0.5);
        meter.End();

        var timeline = meter.Timeline();
        Assert.Equal(2, timeline.Max(step => step.Silent));
        Assert.Equal(0, timeline[^1].Silent);
        Assert.Equal(timeline.OrderBy(step => step.At), timeline);
    }

    [Fact]
    public void Timeline_WhereEchoesComeBack_IsEmpty()
    {
        using var server = Open();
        using var meter = Meter(server, (IPEndPoint)server.LocalEndPoint!, [Open(), Open()]);
        meter.Begin();
        _ = meter.Silent(Patience);
        meter.End();
        // What is under way when it ends still comes.
        SpinWait.SpinUntil(() => meter.Read().Lost == 0, TimeSpan.FromSeconds(Patience));

        Assert.Empty(meter.Timeline());
    }

    [Fact]
    public void Between_TwoFlowsWithOnePort_SaysThatTheMeasurementIsBroken()
    {
        using var server = Open();
        var first = Open(reuse: true);
        var second = Open(reuse: true, (IPEndPoint)first.LocalEndPoint!);
        var exception = Assert.Throws<LabException>(() => Meter(server, (IPEndPoint)server.LocalEndPoint!, [Open(), first, second]));

        Assert.Contains("measurement does not work", exception.Message);
        Assert.Contains("flows 1 and 2 have the same port", exception.Message);
    }

    [Fact]
    public void Silent_WhereAFlowGetsAnothersEcho_SaysThatTheMeasurementIsBroken()
    {
        using var server = Open();
        using var crossed = Open();
        using var meter = Meter(server, (IPEndPoint)crossed.LocalEndPoint!, [Open(), Open()]);
        var callers = new HashSet<EndPoint>();
        var work = new Thread(() => Cross(crossed, callers));
        work.Start();
        var exception = Assert.Throws<LabException>(() => meter.Silent(2));
        crossed.Dispose();
        work.Join();

        Assert.Contains("echo of flow", exception.Message);
    }

    [Fact]
    public void Open_ManyTimes_GivesEachAPortOfItsOwn()
    {
        var sockets = Enumerable.Range(0, 2000).Select(_ => MachineSocket.Open(SocketType.Dgram, ProtocolType.Udp, new IPEndPoint(IPAddress.Loopback, 0))).ToList();

        Assert.Equal(sockets.Count, sockets.Select(socket => socket.LocalEndPoint).Distinct().Count());
        sockets.ForEach(socket => socket.Dispose());
    }

    // Sends every packet back to another one that has called.
    private static void Cross(Socket socket, HashSet<EndPoint> callers)
    {
        var packet = new byte[Flow.Length];
        try
        {
            while (true)
            {
                EndPoint caller = new IPEndPoint(IPAddress.Any, 0);
                _ = socket.ReceiveFrom(packet, ref caller);
                _ = callers.Add(caller);
                if (callers.FirstOrDefault(other => !other.Equals(caller)) is { } other)
                {
                    _ = socket.SendTo(packet, other);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static FlowMeter Meter(Socket server, IPEndPoint target, IEnumerable<Socket> clients) => new(server, clients, target, _ => Open());

    private static Socket Open(bool reuse = false, IPEndPoint? address = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        if (reuse)
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }

        socket.Bind(address ?? new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
