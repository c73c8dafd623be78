using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>One service of a flow, between two networks.</summary>
public sealed record DesignedFlow(int Number, Cloud FromCloud, string From, Cloud ToCloud, string To, Protocol Protocol, int? FirstPort, int? LastPort)
{
    internal static IEnumerable<DesignedFlow> Of(FlowPlan flow) =>
        from source in flow.From
        from target in flow.To
        where source.Cloud != target.Cloud
        from service in flow.Services
        select new DesignedFlow(
            flow.Number, source.Cloud, source.Network.ToString(), target.Cloud, target.Network.ToString(), service.Protocol, service.Ports?.First, service.Ports?.Last);

    /// <summary>Whether it lets this through.</summary>
    internal bool Covers(Ipv4 from, Ipv4 to, Protocol protocol, int? port) =>
        Cidr.Parse(From).Contains(from) && Cidr.Parse(To).Contains(to)
        && (Protocol == Protocol.Any || (Protocol == protocol && (FirstPort is null || (port >= FirstPort && port <= LastPort))));
}
