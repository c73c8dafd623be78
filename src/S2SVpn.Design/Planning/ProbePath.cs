using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>A way across the VPN that two probes can try out, because a flow of the request covers both.</summary>
internal sealed record ProbePath
{
    /// <summary>What a probe listens on. It passes all its other TCP ports on to it, but for SSH's.</summary>
    public const int AnswerPort = 5201;

    public required ProbeEnd From { get; init; }

    public required ProbeEnd To { get; init; }

    /// <summary>The address that leads there, as it looks from the other end; null where the cloud chooses it.</summary>
    public required Ipv4? Address { get; init; }

    public required bool Icmp { get; init; }

    /// <summary>One port of each range that may be reached, lowest first.</summary>
    public required ValueList<int> TcpPorts { get; init; }

    /// <summary>Every pair of probes that something may cross between, each way by itself.</summary>
    public static ValueList<ProbePath> Of(ConnectivityPlan plan)
    {
        var ends = plan.AwsSites.SelectMany(site => site.Probes.Select(probe => new ProbeEnd(Cloud.Aws, site.Name, probe)))
            .Concat(plan.AzureSites.SelectMany(site => site.Probes.Select(probe => new ProbeEnd(Cloud.Azure, site.Name, probe))))
            .ToList();
        return (from one in ends
                from other in ends
                where one.Cloud != other.Cloud
                let link = plan.Links.FirstOrDefault(link => Joins(link, one) && Joins(link, other))
                where link is not null
                select Between(plan, link, one, other)).OfType<ProbePath>().ToValueList();
    }

    private static ProbePath? Between(ConnectivityPlan plan, LinkPlan link, ProbeEnd from, ProbeEnd to)
    {
        if (!CanBeCalled(plan, link, to, out var address))
        {
            return null;
        }

        var services = plan.Flows
            .Where(flow => flow.From.Any(from.IsIn) && flow.To.Any(to.IsIn))
            .SelectMany(flow => flow.Services).ToList();
        var path = new ProbePath
        {
            From = from,
            To = to,
            Address = address,
            Icmp = services.Exists(service => service.Protocol is Protocol.Icmp or Protocol.Any),
            TcpPorts = services.Where(service => service.Protocol is Protocol.Tcp or Protocol.Any)
                .Select(service => PortOf(service.Ports)).Distinct().Order().ToValueList(),
        };
        return path.Icmp || path.TcpPorts.Count > 0 ? path : null;
    }

    // Behind a dynamic rule many share an address, which leads back to none of them.
    private static bool CanBeCalled(ConnectivityPlan plan, LinkPlan link, ProbeEnd to, out Ipv4? address)
    {
        var connections = plan.AzureSite(link.AzureSite).Links.First(each => each.Name == link.Name).Connections;
        var names = connections.SelectMany(connection => to.Cloud == Cloud.Aws ? connection.IngressNatRules : connection.EgressNatRules).ToHashSet();
        var rules = plan.AzureSite(link.AzureSite).Gateway.NatRules.Where(rule => names.Contains(rule.Name)).ToList();
        address = to.Probe.Address;
        if (to.Probe.Address is not { } own)
        {
            return rules.Count == 0;
        }

        if (rules.Find(rule => rule.Internal.Contains(own)) is not { } rule)
        {
            return true;
        }

        if (rule.Kind != NatKind.Static)
        {
            return false;
        }

        address = rule.External.First.Plus((long)own.Value - rule.Internal.First.Value);
        return true;
    }

    private static int PortOf(PortRange? range) =>
        range is not { } ports || (ports.First <= AnswerPort && AnswerPort <= ports.Last) ? AnswerPort : ports.First;

    private static bool Joins(LinkPlan link, ProbeEnd end) => (end.Cloud == Cloud.Aws ? link.AwsSite : link.AzureSite) == end.Site;
}

/// <param name="Cloud">The cloud of the site.</param>
/// <param name="Site">The site's name.</param>
/// <param name="Probe">The machine.</param>
internal sealed record ProbeEnd(Cloud Cloud, string Site, ProbePlan Probe)
{
    internal bool IsIn(FlowEndPlan end) => end.Cloud == Cloud && end.Site == Site
        && (end.Subnet is null || end.Subnet == Probe.Subnet)
        // Of a machine in an existing subnet only the subnet may be known.
        && (Probe.Address is not { } address || end.Network.Contains(address));
}
