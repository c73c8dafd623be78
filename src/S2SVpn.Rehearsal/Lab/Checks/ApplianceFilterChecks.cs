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

    // Of a network for documentation (RFC 5737), which no peer has.
    private static readonly Ipv4 Stranger = Ipv4.Parse("192.0.2.200");

    // SSH aside, which a request may open.
    private static readonly int[] Ports = [443, 500, 4500, 50111, 51820];

    public static IEnumerable<LabCheck> Make(CheckContext context) => context.TunnelPairs
        .SelectMany(tunnelPair => tunnelPair.Ends.Select(end => (End: end, Path: tunnelPair.Tunnel.RequestPath)))
        // A security group that was there before is not known.
        .Where(each => each.End.Appliance is not null && (each.End.Filter is not null || each.End.Cloud == Cloud.Azure))
        .DistinctBy(each => each.End.Appliance!.Machine.Name)
        .SelectMany(each => each.End.Filter is null
            ? [Check(each.End, each.Path, "in", Closed, "no filter", ApplianceExplainer.Unfiltered(each.End.Appliance!.Machine))]
            : new[] { In(each.End, each.Path), Out(each.End, each.Path) });

    private static LabCheck In(LabTunnelEnd end, string path)
    {
        var services = Ports.SelectMany(port => new[] { (Protocol.Udp, (int?)port), (Protocol.Tcp, (int?)port) }).Append((Protocol.Icmp, null));
        var open = services.Select(service => (service, Line: Passing(end.Filter!, inbound: true, service))).FirstOrDefault(each => each.Line is not null);
        var what = open.Line is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{open.service.Item1.ToString().ToLowerInvariant()} {open.service.Item2}").TrimEnd();
        return Check(end, path, "in", Closed, open.Line is null ? Closed : $"{what} from anywhere", open.Line is not { } line ? null : ApplianceExplainer.Open(end.Filter!, line, what));
    }

    private static LabCheck Out(LabTunnelEnd end, string path)
    {
        var shut = Fetched(end.Appliance!.Machine).Where(port => Passing(end.Filter!, inbound: false, (Protocol.Tcp, port)) is null).ToList();
        return shut is [var port, ..]
            ? Check(end, path, "out", "HTTPS to its cloud, and its packages", port == 443 ? "no HTTPS" : "no packages", ApplianceExplainer.Shut(end.Filter!, port))
            : Check(end, path, "out", "HTTPS to its cloud, and its packages", "HTTPS to its cloud, and its packages", null);
    }

    // Images of Ubuntu in both clouds have mirrors by HTTP, where their user data names no others: github.com/canonical/cloud-init, config/cloud.cfg.tmpl.
    private static int[] Fetched(ApplianceMachineNode machine) => machine.Config.HasSources ? [443] : [443, 80];

    private static FilterLine? Passing(MachineFilter filter, bool inbound, (Protocol Protocol, int? Port) service)
    {
        var hits = filter.Each().Select(each => (inbound ? each.Inbound : each.Outbound).FirstOrDefault(line => (line.Peers.Count == 0 || line.Peers.Any(network => network.Contains(Stranger))) && line.IsAbout(service.Protocol, service.Port))).ToList();
        return hits.TrueForAll(hit => hit is { Allows: true }) ? hits[0] : null;
    }

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
