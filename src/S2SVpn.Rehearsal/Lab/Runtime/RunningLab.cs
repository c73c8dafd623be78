using System.Diagnostics;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>The lab of a layout, running in this process's namespaces.</summary>
internal sealed class RunningLab : IDisposable
{
    public static readonly (string, string)[] Routing =
    [
        ("net/ipv4/ip_forward", "1"), ("net/ipv4/conf/all/rp_filter", "0"), ("net/ipv4/conf/default/rp_filter", "0"),
        ("net/ipv4/conf/all/arp_ignore", "0"), ("net/ipv4/conf/default/arp_ignore", "0"), ("net/ipv4/conf/all/arp_filter", "0"), ("net/ipv4/conf/default/arp_filter", "0"),
        ("net/ipv4/fib_multipath_hash_policy", "1"), ("net/ipv6/conf/all/disable_ipv6", "1"), ("net/ipv6/conf/default/disable_ipv6", "1"),
    ];

    // What wiring and starting take on two idle cores: at all, and for each end of a tunnel.
    private const double Base = 0.3;
    private const double ForEach = 0.05;

    // What is broken is waited for as well, and a rehearsal is to end.
    private const double Slowest = 8;

    private readonly LabPrograms _programs;
    private readonly LabEnds _ends;
    private readonly List<Bird> _birds = [];

    private RunningLab(LabLayout layout, LabPrograms programs, LabTimers timers)
    {
        Layout = layout;
        Timers = timers;
        _programs = programs;
        _ends = new LabEnds(layout, programs, timers);
    }

    public LabLayout Layout { get; }

    public LabTimers Timers { get; }

    /// <summary>How many times longer than an idle machine this one takes, as the bringing up of the lab showed; from 1 to 8.</summary>
    public double Slowness { get; private set; } = 1;

    /// <summary>What looks after the machines of appliances; null before the drills.</summary>
    public LabMachines? Machines { get; private set; }

    public static RunningLab Start(LabLayout layout, LabPrograms programs, LabTimers timers)
    {
        var lab = new RunningLab(layout, programs, timers);
        try
        {
            var watch = Stopwatch.StartNew();
            lab.Wire();
            lab.StartPeers();
            lab.Slowness = Math.Clamp(watch.Elapsed.TotalSeconds / (Base + (ForEach * layout.Ends.Count)), 1, Slowest);
            return lab;
        }
        catch
        {
            lab.Dispose();
            throw;
        }
    }

    /// <summary>Starts the units of the appliances' machines.</summary>
    public void StartUnits() => Machines = new LabMachines(this, _ends, _programs);

    public TunnelDaemon Daemon(LabTunnelEnd end) => _ends.Daemon(end);

    /// <summary>The IKE daemon of an end that has one.</summary>
    public Charon Charon(LabTunnelEnd end) => (Charon)Daemon(end);

    /// <summary>The public key of a WireGuard end.</summary>
    public string PublicKey(LabTunnelEnd end) => WireguardPeer.PublicOf(end.Key, _programs.Wg);

    public Bird Bird(GatewayNode gateway) => _birds.First(bird => bird.Gateway == gateway);

    /// <summary>Starts the router of a gateway anew.</summary>
    public void RestartBird(GatewayNode gateway)
    {
        var old = Bird(gateway);
        old.Dispose();
        var bird = Daemons.Bird.Start(gateway, Layout.EndsOf(gateway).ToList(), _programs.Bird, Timers);
        bird.Connect();
        _birds[_birds.IndexOf(old)] = bird;
    }

    public bool Initiates(LabTunnelEnd end) => _ends.Initiates(end);

    /// <summary>Whether this end uses the tunnel: its device is up, or with WireGuard and BGP, which leaves the device up, its session is.</summary>
    public bool Carries(LabTunnelEnd end) => end is { Appliance: WireguardEnd, Bgp: not null }
        ? Bird(Layout.Gateway(end.Gateway)).Session(end).IsUp
        : _ends.IsLinkUp(end);

    /// <summary>Swallows what goes between these addresses on the Internet, and nothing else.</summary>
    public void Cut(params IReadOnlyCollection<(Ipv4 Left, Ipv4 Right)> pairs) => NetworkNamespace.Internet.Feed(_programs.Nft, ["-f", "-"], InternetRules.Cut(pairs));

    /// <summary>Lets the lab's own measurements pass the machines' filters, or no longer.</summary>
    public void AllowMeasurementTraffic(bool allow)
    {
        foreach (var machine in Layout.Machines.Where(machine => machine.Filter is not null))
        {
            new NetworkNamespace(machine.Place).Feed(_programs.Nft, ["-f", "-"], FilterRules.MeasurementTraffic(allow));
        }
    }

    /// <summary>Opens the filters of one cloud's machines, so that those of the other are seen alone; or closes them again.</summary>
    public void OpenFilters(Cloud cloud, bool open)
    {
        foreach (var machine in Layout.Machines.Where(machine => machine.Filter is not null && machine.Cloud == cloud))
        {
            new NetworkNamespace(machine.Place).Feed(_programs.Nft, ["-f", "-"], FilterRules.AllTraffic(open));
        }
    }

    public void Dispose()
    {
        Machines?.Dispose();
        _ends.Dispose();
        foreach (var bird in _birds)
        {
            bird.Dispose();
        }
    }

    private void Wire()
    {
        var wiring = new Wiring(Layout);
        NetworkNamespace.Internet.Set(Routing);
        Batch(NetworkNamespace.Internet, wiring.Internet());
        NetworkNamespace.Internet.Feed(_programs.Nft, ["-f", "-"], InternetRules.Table);
        // A device gets the settings that its namespace has when it comes into it: those of this machine, unless others are there.
        foreach (var place in Layout.Gateways.Select(gateway => gateway.Place).Concat(Layout.Machines.Select(machine => machine.Place)))
        {
            new NetworkNamespace(place).Set(Routing);
        }

        Parallel.ForEach(Layout.Ends, end =>
        {
            new NetworkNamespace(end.Place).Set(Routing);
            Batch(new NetworkNamespace(end.Place), wiring.OfEnd(end));
            _ends.Start(end);
        });
        Parallel.ForEach(Layout.Ends, _ends.HandOver);
        foreach (var gateway in Layout.Gateways)
        {
            var space = new NetworkNamespace(gateway.Place);
            Batch(space, wiring.OfGateway(gateway));
            space.Feed(_programs.Nft, ["-f", "-"], RouterRules.Of(gateway, Layout.EndsOf(gateway).ToList(), Layout.MachinesOf(gateway)) + ApplianceInLab.Filters(gateway, Layout.EndsOf(gateway).ToList()));
            if (gateway.Appliance.Any(machine => !machine.Forwards))
            {
                space.Set([("net/ipv4/ip_forward", "0")]);
            }
        }

        foreach (var machine in Layout.Machines)
        {
            var space = new NetworkNamespace(machine.Place);
            Batch(space, Wiring.OfMachine(machine));
            if (FilterRules.Of(machine) is { Length: > 0 } rules)
            {
                space.Feed(_programs.Nft, ["-f", "-"], rules);
            }
        }
    }

    private void StartPeers()
    {
        foreach (var gateway in Layout.Gateways)
        {
            _ends.AddSwitch(gateway);
            _birds.Add(Daemons.Bird.Start(gateway, Layout.EndsOf(gateway).ToList(), _programs.Bird, Timers));
        }

        foreach (var bird in _birds)
        {
            bird.Connect();
        }

        _ends.Load();
    }

    private void Batch(NetworkNamespace space, string commands) => _ends.Batch(space, commands);
}
