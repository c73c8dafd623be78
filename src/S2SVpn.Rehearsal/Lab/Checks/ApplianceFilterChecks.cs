using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>The filters of the machines that tunnels end on: closed to strangers, and open for what the machine itself fetches.</summary>
internal static class ApplianceFilterChecks
{
    // Of a network for documentation (RFC 5737), which no peer has.
    private static readonly Ipv4 Stranger = Ipv4.Parse("192.0.2.200");

    // SSH aside, which a request may open.
    private static readonly int[] Ports = [443, 500, 4500, 50111, 51820];

    public static IEnumerable<LabCheck> Make(CheckContext context) => context.TunnelPairs
        .SelectMany(tunnelPair => tunnelPair.Ends.Select(end => (End: end, Path: tunnelPair.Tunnel.RequestPath)))
        .Where(each => each.End is { Appliance: not null, Filter: not null })
        .DistinctBy(each => each.End.Appliance!.Machine.Name)
        .SelectMany(each => new[] { In(each.End, each.Path), Out(each.End, each.Path) });

    private static LabCheck In(LabTunnelEnd end, string path)
    {
        var services = Ports.SelectMany(port => new[] { (Protocol.Udp, (int?)port), (Protocol.Tcp, (int?)port) }).Append((Protocol.Icmp, null));
        var open = services.Select(service => (service, Line: Passing(end.Filter!, inbound: true, service))).FirstOrDefault(each => each.Line is not null);
        var what = open.Line is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{open.service.Item1.ToString().ToLowerInvariant()} {open.service.Item2}").TrimEnd();
        return Check(end, path, "in", "nothing from strangers", open.Line is null ? "nothing from strangers" : $"{what} from anywhere", open.Line is not { } line ? null : new LabExplanation
        {
            Cause = $"'{line.Name}' of {end.Filter!.Address} lets {what} in from anywhere, not from the peers alone.",
            Resources = [line.Address ?? end.Filter.Address, end.Filter.Address],
        });
    }

    private static LabCheck Out(LabTunnelEnd end, string path)
    {
        var passes = Passing(end.Filter!, inbound: false, (Protocol.Tcp, 443)) is not null;
        return Check(end, path, "out", "HTTPS to its cloud", passes ? "HTTPS to its cloud" : "no HTTPS", passes ? null : new LabExplanation
        {
            Cause = $"{end.Filter!.Address} lets no TCP 443 out, so that the machine can't fetch its keys or its updates.",
            Resources = [end.Filter.Address, .. end.Filter.Outbound.Where(line => line.Ports.Count == 0 || line.Ports.Any(range => FilterLine.Ends(range) is var (first, last) && first <= 443 && last >= 443)).Select(line => line.Address).OfType<string>()],
        });
    }

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
