using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Tests.Support;

/// <summary>Decides like both clouds' filters whether a TCP connection crosses from a machine of one side to the other's.</summary>
public sealed class Filters(AwsSitePlan aws, AzureSitePlan azure)
{
    /// <summary>Machines of every subnet on both sides that has filters, and ports in and beside the flows.</summary>
    public IEnumerable<(Ipv4 Aws, Ipv4 Azure, FlowDirection Direction, int Port)> Samples() =>
        from one in aws.Network.Subnets
        from other in azure.Network.Subnets
        where other.SecurityGroup is not null
        from direction in new[] { FlowDirection.Inbound, FlowDirection.Outbound }
        from port in Enumerable.Range(1, 7)
        select (one.Cidr!.Host(9), other.Cidr!.Host(9), direction, port);

    /// <param name="awsMachine">The machine in AWS.</param>
    /// <param name="azureMachine">The machine in Azure.</param>
    /// <param name="direction">As seen from AWS.</param>
    /// <param name="port">The port at the end that is asked.</param>
    public (bool Aws, bool Azure) Admit(Ipv4 awsMachine, Ipv4 azureMachine, FlowDirection direction, int port) => (
        AwsAdmits(awsMachine, azureMachine, direction, port),
        AzureAdmits(azureMachine, awsMachine, direction == FlowDirection.Inbound ? FlowDirection.Outbound : FlowDirection.Inbound, port));

    private bool AwsAdmits(Ipv4 local, Ipv4 remote, FlowDirection direction, int port)
    {
        var subnet = aws.Network.Subnets.Single(each => each.Cidr!.Contains(local));
        return aws.SecurityGroups.Single(group => group.Subnet == subnet.Key).Rules.Any(rule =>
            rule.Direction == direction && rule.Remote.Contains(remote) && Covers(rule.Service.Protocol, [rule.Service.Ports], port));
    }

    // The first rule by priority decides; what no rule of ours names is the internet, which is not asked about here.
    private bool AzureAdmits(Ipv4 local, Ipv4 remote, FlowDirection direction, int port)
    {
        var subnet = azure.Network.Subnets.Single(each => each.Cidr!.Contains(local));
        return azure.SecurityGroups.Single(group => group.Place == subnet.Key).Rules
            .Where(rule => rule.Direction == direction)
            .OrderBy(rule => rule.Priority)
            .First(rule =>
                (rule.Local.Count == 0 || rule.Local.Any(network => network.Contains(local)))
                && !rule.IsLoadBalancer
                && (rule.Remote.Count == 0 || rule.Remote.Any(network => network.Contains(remote)))
                && Covers(rule.Protocol, rule.Ports, port))
            .Allow;
    }

    private static bool Covers(Protocol protocol, IEnumerable<PortRange?> ports, int port) =>
        protocol == Protocol.Any || (protocol == Protocol.Tcp && ports.Any(range => range!.First <= port && port <= range.Last));
}

/// <summary>Whether a request asks for a flow, by its own words.</summary>
public static class Flows
{
    public static bool Asks(VpnRequest request, LinkPlan link, Ipv4 aws, Ipv4 azure, FlowDirection direction, int port) => request.Access.Any(flow =>
        (flow.All || flow.Tcp.Any(range => range.First <= port && port <= range.Last))
        && (direction == FlowDirection.Outbound
            ? Is(request, link, flow.From[0], aws) && Is(request, link, flow.To[0], azure)
            : Is(request, link, flow.From[0], azure) && Is(request, link, flow.To[0], aws)));

    private static bool Is(VpnRequest request, LinkPlan link, FlowEnd end, Ipv4 machine)
    {
        if (end.Site != link.AwsSite && end.Site != link.AzureSite)
        {
            return false;
        }

        var networks = (request.Aws.TryGetValue(end.Site, out var aws), end.Subnet) switch
        {
            (true, null) => aws!.Network.Cidrs,
            (true, { } subnet) => [NetworkLayout.Of(aws!).Subnet(subnet)!.Cidr!],
            (_, null) => request.Azure[end.Site].Network.Cidrs,
            (_, { } subnet) => [NetworkLayout.Of(request.Azure[end.Site]).Subnet(subnet)!.Cidr!],
        };
        return networks.Any(network => network.Contains(machine));
    }
}
