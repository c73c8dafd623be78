using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>What runs the ends of a lab's tunnels: at first, and again after a machine has been off.</summary>
internal sealed class LabEnds(LabLayout layout, LabPrograms programs, LabTimers timers) : IDisposable
{
    private readonly Dictionary<string, LinkSwitch> _switches = [];
    private readonly Dictionary<string, TunnelDaemon> _daemons = [];
    private readonly Wiring _wiring = new(layout);
    private readonly Lock _one = new();

    /// <summary>The daemon of an end, also where its addresses are others by now.</summary>
    public TunnelDaemon Daemon(LabTunnelEnd end)
    {
        lock (_one)
        {
            return _daemons[end.Place];
        }
    }

    public bool IsLinkUp(LabTunnelEnd end) => Switch(end).IsUp(end);

    /// <summary>Whether this end starts the tunnel: of two that both would, Azure's is the first.</summary>
    public bool Initiates(LabTunnelEnd end) => end.Starts && (end.Cloud == Cloud.Azure || layout.Partner(layout.Ends.First(each => each.Place == end.Place)) is not { Starts: true });

    /// <summary>Starts what runs the end, without waiting for it.</summary>
    public void Start(LabTunnelEnd end)
    {
        TunnelDaemon daemon = end.Appliance is WireguardEnd ? WireguardPeer.Start(end, programs, LabPrograms.Folder) : Charon.Start(end, programs.Charon, timers, LabPrograms.Folder);
        lock (_one)
        {
            _daemons[end.Place] = daemon;
        }
    }

    /// <summary>Waits for it, and gives its device to the router of its gateway.</summary>
    public void HandOver(LabTunnelEnd end)
    {
        var space = new NetworkNamespace(end.Place);
        Daemon(end).Connect();
        Batch(space, Wiring.HandOver(end, layout.Gateway(end.Gateway)));
        if (end.Filter is { } filter)
        {
            space.Feed(programs.Nft, ["-f", "-"], $"table inet filter\ndelete table inet filter\n{FilterRules.Of(filter)}");
        }
    }

    /// <summary>Starts what turns the links of a gateway.</summary>
    public void AddSwitch(GatewayNode gateway) => _switches[gateway.Id] = new LinkSwitch(gateway, programs.Ip);

    /// <summary>Tells all of their tunnels and has them start: responders are configured before initiators.</summary>
    public void Load()
    {
        foreach (var end in layout.Ends.OrderBy(Initiates))
        {
            Load(end);
        }

        foreach (var end in layout.Ends.Where(Initiates))
        {
            Daemon(end).Initiate();
        }
    }

    /// <summary>Ends what runs an end, as when its machine is off.</summary>
    public void Stop(LabTunnelEnd end)
    {
        var daemon = Daemon(end);
        daemon.OnCarries = null;
        daemon.Dispose();
        Switch(end).Turn(end, up: false);
    }

    /// <summary>Starts all of it once more, as when its machine is on again.</summary>
    public void Boot(LabTunnelEnd end)
    {
        Batch(new NetworkNamespace(end.Place), Wiring.Unmade(end));
        Start(end);
        HandOver(end);
        Batch(new NetworkNamespace(layout.Gateway(end.Gateway).Place), Wiring.OfDevice(end));
        Load(end);
        // Its peer may have been refused before; Azure, AWS and s2s-watch try again by themselves.
        foreach (var initiator in new[] { end, layout.Partner(layout.Ends.First(each => each.Place == end.Place)) }.OfType<LabTunnelEnd>().Where(Initiates))
        {
            Daemon(initiator).Initiate();
        }
    }

    /// <summary>Gives an end another public address. Nothing knows of it yet.</summary>
    public void Rewire(LabTunnelEnd before, LabTunnelEnd after)
    {
        Batch(NetworkNamespace.Internet, _wiring.OfMovedEnd(before, after));
        Batch(new NetworkNamespace(before.Place), Wiring.OfMovedAddress(before, after));
    }

    /// <summary>Runs commands of ip, also where one of them finds nothing to do.</summary>
    public void Batch(NetworkNamespace space, string commands) => space.Feed(programs.Ip, ["-batch", "-"], commands);

    public void Dispose()
    {
        foreach (var part in _daemons.Values.Cast<IDisposable>().Concat(_switches.Values))
        {
            part.Dispose();
        }
    }

    private LinkSwitch Switch(LabTunnelEnd end) => _switches[layout.Gateway(end.Gateway).Id];

    private void Load(LabTunnelEnd end)
    {
        var daemon = Daemon(end);
        daemon.OnCarries = (known, up) => Switch(known).Turn(known, up);
        daemon.Load(Initiates(end), timers);
    }
}
