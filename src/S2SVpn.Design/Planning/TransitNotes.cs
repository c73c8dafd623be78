using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Which sites of one cloud reach each other through a gateway of the other, and which do not.</summary>
internal static class TransitNotes
{
    public static IEnumerable<PlanNote> Of(ConnectivityPlan plan)
    {
        var bgp = plan.Links.Where(link => link.Routing == Routing.Bgp).ToList();
        var asns = plan.AwsSites.Select(site => (site.Name, site.Gateway.Asn))
            .Concat(plan.AzureSites.Select(site => (site.Name, site.Gateway.Asn)))
            .ToDictionary(site => site.Name, site => site.Asn, StringComparer.Ordinal);
        return plan.AwsSites.Where(site => site.Gateway.Kind != AwsGatewayKind.Appliance)
            .Select(site => (site.Name, Peers: bgp.Where(link => link.AwsSite == site.Name).Select(link => link.AzureSite)))
            .Concat(plan.AzureSites.Where(site => site.Gateway.Kind == AzureGatewayKind.Managed)
                .Select(site => (site.Name, Peers: bgp.Where(link => link.AzureSite == site.Name).Select(link => link.AwsSite))))
            .Select(hub => Note(hub.Name, hub.Peers.Distinct().ToList(), asns))
            .OfType<PlanNote>();
    }

    private static string Listed(List<string> sites) => sites is [var only] ? only : $"({string.Join(", ", sites)})";

    private static PlanNote? Note(string hub, List<string> peers, Dictionary<string, Asn> asns)
    {
        var groups = peers.GroupBy(peer => asns[peer]).Select(group => group.ToList()).ToList();
        var apart = groups.Where(group => group.Count > 1).Select(group => string.Join(", ", group)).ToList();
        return peers.Count < 2 ? null : new PlanNote(
            $"{hub}: announces to each site what it learns from the others by BGP. "
            + (groups.Count > 1 ? $"Sites with different ASNs reach each other through it: {string.Join(" with ", groups.Select(Listed))}. " : "")
            + (apart.Count > 0 ? $"Sites with one ASN drop each other's routes: {string.Join("; ", apart)}." : ""));
    }
}
