using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>The filters of the machines that tunnels end on: closed to strangers, and open for what the machine itself fetches.</summary>
internal static class ApplianceFilterChecks
{
    private const string Closed = "nothing from strangers";
    private const string Through = "what 'access' lists";
    private const int Ssh = 22;

    // Of a network for documentation (RFC 5737), which no peer has.
    private static readonly Ipv4 Stranger = Ipv4.Parse("192.0.2.200");

    // SSH aside, which a request may open to some.
    private static readonly int[] Ports = [443, 500, 4500, 50111, 51820];

    public static IEnumerable<LabCheck> Make(CheckContext context) => context.TunnelPairs
        .SelectMany(tunnelPair => tunnelPair.Ends.Select(end => (End: end, Path: tunnelPair.Tunnel.RequestPath)))
        // A security group that was there before is not known.
        .Where(each => each.End.Appliance is not null && (each.End.Filter is not null || each.End.Cloud == Cloud.Azure))
        .DistinctBy(each => each.End.Appliance!.Machine.Name)
        .SelectMany(each => each.End.Filter is null
            ? [Check(each.End, each.Path, "in", Closed, "no filter", ApplianceExplainer.Unfiltered(each.End.Appliance!.Machine))]
            : new[] { In(context, each.End, each.Path), Out(each.End, each.Path), Forwards(context, each.End, each.Path) });

    private static LabCheck In(CheckContext context, LabTunnelEnd end, string path)
    {
        var services = Ports.SelectMany(port => new[] { (Protocol.Udp, (int?)port), (Protocol.Tcp, (int?)port) }).Append((Protocol.Icmp, null));
        var users = context.Design.SshFrom.Select(Cidr.Parse).ToList();
        var open = (
            from stranger in Strangers(context, end)
            from service in users.Exists(network => network.Contains(stranger)) ? services : services.Append((Protocol.Tcp, Ssh))
            let passing = Passing(end.Filter!, inbound: true, service, stranger)
            where passing is not null
            select (Service: service, Line: passing, From: stranger == Stranger ? "anywhere" : $"{stranger}")).FirstOrDefault();
        // One of a network that a rule names would be no stranger in a wider VPC or VNet.
        IEnumerable<string> networks = open.From == "anywhere" ? [] : context.Lab.Layout.Gateway(end.Gateway).NetworkResources;
        var what = open.Line is null ? "" : Words(open.Service);
        return Check(end, path, "in", Closed, open.Line is null ? Closed : $"{what} from {open.From}", open.Line is not { } line ? null : ApplianceExplainer.Open(end.Filter!, line, what, open.From, networks));
    }

    // Whoever else a rule names: neither of the machine's own networks nor a peer.
    private static IEnumerable<Ipv4> Strangers(CheckContext context, LabTunnelEnd end)
    {
        var gateway = context.Lab.Layout.Gateway(end.Gateway);
        var known = context.TunnelPairs.SelectMany(tunnelPair => tunnelPair.Ends).Where(each => each.Gateway == end.Gateway).Select(each => new Cidr(each.PeerOutside, 32))
            .Concat(gateway.Networks).Concat(context.Lab.Layout.NetworksBeyond(gateway)).ToList();
        return end.Filter!.Each().SelectMany(filter => filter.Inbound).Where(line => line.Allows).SelectMany(line => line.Peers)
            .SelectMany(network => new[] { network.First, network.Last }).Where(address => !known.Exists(network => network.Contains(address)))
            .Prepend(Stranger).Distinct();
    }

    // A cloud's filters see what a machine forwards at its interface: what the others send into the tunnels comes in there, and what comes out of them goes out.
    private static LabCheck Forwards(CheckContext context, LabTunnelEnd end, string path)
    {
        var shut = (
            from pair in MachinePair.Of(context).SelectMany(pair => pair.AtEdges(context).Prepend(pair))
            let inbound = pair.From.Gateway == end.Gateway
            where inbound || pair.To.Gateway == end.Gateway
            let local = inbound ? pair.From.Address : pair.To.Address
            let remote = inbound ? pair.Target : pair.Source
            from flow in context.Design.Flows.Where(flow => flow.FromCloud == pair.From.Cloud && flow.ToCloud == pair.To.Cloud)
            from service in AccessChecks.Services(flow)
            where flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port)
            from filter in end.Filter!.Each()
            let hit = (inbound ? filter.Inbound : filter.Outbound).FirstOrDefault(line => line.IsAbout(local, remote) && line.IsAbout(service.Protocol, service.Port))
            where hit is not { Allows: true }
            select (Filter: filter, Line: hit, Inbound: inbound, What: Words(service), Flow: flow.Number, Local: local)).FirstOrDefault();
        return shut.Filter is null
            ? Check(end, path, "forwarding", Through, Through, null)
            : Check(end, path, "forwarding", Through, string.Create(CultureInfo.InvariantCulture, $"{shut.What} {(shut.Inbound ? "from" : "to")} {shut.Local} is blocked (access {shut.Flow})"),
                ApplianceExplainer.ShutForwarding(shut.Filter, shut.Line, end.Appliance!.Machine, shut.What, shut.Inbound, shut.Local, shut.Flow));
    }

    private static LabCheck Out(LabTunnelEnd end, string path)
    {
        var shut = Fetched(end.Appliance!.Machine).Where(port => Passing(end.Filter!, inbound: false, (Protocol.Tcp, port), Stranger) is null).ToList();
        return shut is [var port, ..]
            ? Check(end, path, "out", "HTTPS to its cloud, and its packages", port == 443 ? "no HTTPS" : "no packages", ApplianceExplainer.Shut(end.Filter!, port))
            : Check(end, path, "out", "HTTPS to its cloud, and its packages", "HTTPS to its cloud, and its packages", null);
    }

    // Images of Ubuntu in both clouds have mirrors by HTTP, where their user data names no others: github.com/canonical/cloud-init, config/cloud.cfg.tmpl.
    private static int[] Fetched(ApplianceMachineNode machine) => machine.Config.HasSources ? [443] : [443, 80];

    private static FilterLine? Passing(MachineFilter filter, bool inbound, (Protocol Protocol, int? Port) service, Ipv4 stranger)
    {
        var hits = filter.Each().Select(each => (inbound ? each.Inbound : each.Outbound).FirstOrDefault(line => (line.Peers.Count == 0 || line.Peers.Any(network => network.Contains(stranger))) && line.IsAbout(service.Protocol, service.Port))).ToList();
        return hits.TrueForAll(hit => hit is { Allows: true }) ? hits[0] : null;
    }

    private static string Words((Protocol Protocol, int? Port) service) => string.Create(CultureInfo.InvariantCulture, $"{service.Protocol.ToString().ToLowerInvariant()} {service.Port}").TrimEnd();

    private static LabCheck Check(LabTunnelEnd end, string path, string way, string expected, string seen, LabExplanation? explanation) => new()
    {
        Group = "filters",
        Name = $"{end.Appliance!.Machine.Name} {way}",
        Passed = explanation is null,
        Expected = expected,
        Seen = seen,
        Explanation = explanation is null ? null : explanation with { RequestPath = path },
    };
}
