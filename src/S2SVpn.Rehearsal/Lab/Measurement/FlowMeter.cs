using System.Globalization;
using System.Net;
using System.Net.Sockets;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>
/// Flows from one machine to another that send a packet each few milliseconds and await its echo. Many, because one flow uses
/// one tunnel, and often not the one that is lost. It counts packets and not seconds: a busy machine loses nothing, and is slow.
/// </summary>
internal sealed class FlowMeter : IDisposable
{
    public const int Flows = 32;

    // Enough packets in a row to rule out chance.
    private const int Enough = 10;

    private const int Interval = 20;

    private readonly Socket _server;
    private readonly Func<bool, Socket> _open;
    private readonly List<Flow> _flows;
    private readonly IPEndPoint _target;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Thread> _threads = [];
    private volatile bool _serverReceives;

    /// <param name="server">What echoes.</param>
    /// <param name="clients">One for each flow, each with a port of its own.</param>
    /// <param name="target">The server, as the clients reach it.</param>
    /// <param name="open">Makes another socket on the machine of the clients, or of the server, to try those that are there.</param>
    public FlowMeter(Socket server, IEnumerable<Socket> clients, IPEndPoint target, Func<bool, Socket> open)
    {
        (_server, _open, _target, _flows) = (server, open, target, [.. clients.Select((client, number) => new Flow(number, client))]);
        Start(Echo);
        _flows.ForEach(flow => Start(() => Receive(flow)));
        try
        {
            TrySockets();
        }
        catch
        {
            Dispose();
            throw;
        }

        Start(Send);
    }

    /// <exception cref="LabException">The measurement itself does not work.</exception>
    public static FlowMeter Between(MachinePair pair) => new(
        MachineSocket.Open(pair.To, SocketType.Dgram, ProtocolType.Udp, FilterRules.MeasurementPort),
        Enumerable.Range(0, Flows).Select(_ => MachineSocket.Open(pair.From, SocketType.Dgram, ProtocolType.Udp, 0)),
        new IPEndPoint(MachineSocket.Address(pair.Target), FilterRules.MeasurementPort),
        atServer => MachineSocket.Open(atServer ? pair.To : pair.From, SocketType.Dgram, ProtocolType.Udp, 0));

    /// <summary>Waits until every flow has had some answers to what it sends from now on; gives those that have not.</summary>
    /// <exception cref="LabException">The measurement itself does not work.</exception>
    public IReadOnlyList<int> Silent(double patience)
    {
        _flows.ForEach(flow => flow.Ask());
        _ = Wait.Until(patience, () => _flows.All(flow => flow.Answers >= Enough));
        if (_flows.Find(flow => flow.Foreign is not null) is { } mixed)
        {
            throw Broken($"the echo of flow {mixed.Foreign} came to flow {mixed.Number}");
        }

        var silent = _flows.Where(flow => flow.Answers < Enough).Select(flow => flow.Number).ToList();
        if (silent.Count > 0)
        {
            TrySockets();
        }

        return silent;
    }

    /// <summary>Begins to count losses.</summary>
    public void Begin() => _flows.ForEach(flow => flow.Begin());

    /// <summary>Ends it. Echoes may still come.</summary>
    public void End() => _flows.ForEach(flow => flow.End());

    /// <summary>What was lost from the begin to the end, and how long the flow that waited longest waited.</summary>
    public (int Affected, int Lost, int Sent, double Seconds) Read()
    {
        var counts = _flows.Select(flow => flow.Count()).ToList();
        var hit = counts.Where(each => each.Lost > 0).ToList();
        return (hit.Count, (int)hit.Sum(each => each.Lost), (int)counts.Sum(each => each.Sent), hit.Select(each => each.Seconds).DefaultIfEmpty(0).Max());
    }

    /// <summary>How many of the flows that lost anything had no answer, from the begin on: a step whenever that changes.</summary>
    public IReadOnlyList<LabDrillStep> Timeline()
    {
        var changes = _flows.Where(flow => flow.Count().Lost > 0).SelectMany(flow => flow.Waits())
            .SelectMany(wait => new[] { (At: Math.Round(wait.From, 1), By: 1), (At: Math.Round(wait.To, 1), By: -1) })
            .GroupBy(change => change.At, change => change.By).OrderBy(group => group.Key);
        var silent = 0;
        return [.. changes.Select(group => new LabDrillStep(group.Key, silent += group.Sum()))];
    }

    public void Dispose()
    {
        _end.Cancel();
        _flows.ForEach(flow => flow.Dispose());
        _server.Dispose();
        // The port is free only after every thread has stopped waiting on it.
        _threads.ForEach(thread => thread.Join());
        _end.Dispose();
    }

    private static LabException Broken(string why) =>
        new($"The lab's own measurement does not work, so that it tells nothing about the VPN: {why}. Try again; if it comes again, it is a fault of 'rehearse'.");

    // Each socket is tried from its own machine, where no VPN is in between: what is not received here is not the VPN's fault.
    private void TrySockets()
    {
        _flows.ForEach(flow => flow.Receives = false);
        _serverReceives = false;
        if (_flows.GroupBy(flow => flow.Address).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw Broken($"flows {string.Join(" and ", same.Select(flow => flow.Number))} have the same port, {same.Key.Port.ToString(CultureInfo.InvariantCulture)}");
        }

        const double patience = 30;
        using var atClients = _open(false);
        using var atServer = _open(true);
        bool Try()
        {
            foreach (var flow in _flows.Where(flow => !flow.Receives))
            {
                _ = TrySocket(() => atClients.SendTo(Flow.Packet(flow.Number, Flow.Trial), flow.Address));
            }

            _ = _serverReceives || TrySocket(() => atServer.SendTo(Flow.Packet(0, Flow.Trial), _server.LocalEndPoint!));
            return _serverReceives && _flows.All(flow => flow.Receives);
        }

        if (!Wait.Until(patience, Try, everyMilliseconds: 50))
        {
            throw Broken(_flows.Find(flow => !flow.Receives) is { } silent
                ? $"flow {silent.Number} does not receive what is sent to it on its own machine"
                : "what sends the echoes does not receive what is sent to it on its own machine");
        }
    }

    private void Start(ThreadStart work)
    {
        var thread = new Thread(work, 256 * 1024) { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
    }

    private void Send()
    {
        while (!_end.IsCancellationRequested)
        {
            foreach (var flow in _flows)
            {
                _ = TrySocket(() => flow.Send(_target));
            }

            Thread.Sleep(Interval);
        }
    }

    private void Receive(Flow flow)
    {
        var packet = new byte[Flow.Length];
        while (!_end.IsCancellationRequested)
        {
            _ = TrySocket(() => flow.Receive(packet));
        }
    }

    private void Echo()
    {
        var packet = new byte[Flow.Length];
        while (!_end.IsCancellationRequested)
        {
            EndPoint caller = new IPEndPoint(IPAddress.Any, 0);
            if (TrySocket(() => _server.ReceiveFrom(packet, ref caller)))
            {
                _ = Flow.Read(packet).Packet == Flow.Trial ? _serverReceives = true : TrySocket(() => _server.SendTo(packet, caller));
            }
        }
    }

    // "No route" and "refused" are losses like any other.
    private static bool TrySocket(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
