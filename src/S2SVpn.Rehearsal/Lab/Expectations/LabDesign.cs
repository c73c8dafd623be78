using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>What was designed: what the checks of a lab expect. Nothing of the lab is made from it.</summary>
public sealed record LabDesign
{
    public required IReadOnlyList<DesignedTunnel> Tunnels { get; init; }

    public required IReadOnlyList<DesignedFlow> Flows { get; init; }

    /// <summary>
    /// The security group for machines in each AWS subnet, by the subnet's name: AWS knows of it only where a machine is, and
    /// where a state has none, the lab puts one.
    /// </summary>
    public required IReadOnlyDictionary<string, string> SecurityGroups { get; init; }

    public static LabDesign From(ConnectivityPlan plan) => new()
    {
        Tunnels = plan.Links.SelectMany((link, index) => DesignedTunnel.Of(plan, link, index)).ToList(),
        Flows = plan.Flows.SelectMany(DesignedFlow.Of).ToList(),
        SecurityGroups = plan.AwsSites
            .SelectMany(site => site.Network.Subnets)
            .Where(subnet => subnet.SecurityGroup is not null)
            .ToDictionary(subnet => subnet.Name, subnet => subnet.SecurityGroup!),
    };
}

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
