using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>
/// Plans security groups: one for each new subnet, with exactly the flows of the request; one for probes, so that
/// they can be reached by SSH and can fetch their tools; and the rules that existing groups get.
/// </summary>
internal static class AwsFilterPlanner
{
    private const int Ssh = 22;

    public static ValueList<SecurityGroupPlan> Plan(
        AwsNetworkPlan network, List<SiteFlow> flows, ValueList<ProbePlan> probes, ValueList<Cidr> sshFrom, string stem) =>
    [
        .. network.Subnets
            .Where(subnet => subnet.SecurityGroup is not null)
            .Select(subnet => new SecurityGroupPlan
            {
                Kind = SecurityGroupKind.Subnet,
                Name = subnet.SecurityGroup,
                Subnet = subnet.Key,
                Rules = Rules(flows, end => (end.Subnet ?? subnet.Key) == subnet.Key && Space(network, subnet).Any(end.Network.Overlaps)),
            }),
        .. network.ExistingSecurityGroups.Count == 0
            ? Array.Empty<SecurityGroupPlan>()
            :
            [
                new SecurityGroupPlan
                {
                    Kind = SecurityGroupKind.Existing,
                    Rules = Rules(flows, end => network.Cidrs.Any(end.Network.Overlaps)),
                },
            ],
        .. probes.Count == 0 ? Array.Empty<SecurityGroupPlan>() : [Probes(sshFrom, stem)],
    ];

    public static string ProbeGroupName(string stem) => Names.AwsSecurityGroup(stem, "probe-sg");

    private static ValueList<SecurityGroupRulePlan> Rules(List<SiteFlow> flows, Func<FlowEndPlan, bool> isHere) => flows
        .Where(flow => flow.Here.Any(isHere))
        .SelectMany(flow =>
            from service in flow.Flow.Services
            from remote in flow.There
            select Rule(flow.Direction, service, remote, Descriptions.Aws(flow.Flow)))
        .DistinctBy(rule => rule.Key).ToValueList();

    // Of an existing subnet only its VPC's networks may be known.
    private static ValueList<Cidr> Space(AwsNetworkPlan network, AwsSubnetPlan subnet) =>
        subnet.Cidr is { } cidr ? [cidr] : network.Cidrs;

    private static SecurityGroupPlan Probes(ValueList<Cidr> sshFrom, string stem) => new()
    {
        Kind = SecurityGroupKind.Probes,
        Name = ProbeGroupName(stem),
        Rules =
        [
            .. sshFrom.Select(from => Rule(FlowDirection.Inbound, Tcp(Ssh), from, "SSH to probes")),
            // Package mirrors have no fixed addresses.
            Rule(FlowDirection.Outbound, Tcp(80), Cidr.Any, "packages of probes"),
            Rule(FlowDirection.Outbound, Tcp(443), Cidr.Any, "packages of probes"),
        ],
    };

    private static SecurityGroupRulePlan Rule(FlowDirection direction, ServicePlan service, Cidr remote, string description) => new()
    {
        Key = Key(direction, service, remote),
        Direction = direction,
        Service = service,
        Remote = remote,
        Description = description,
    };

    // Of what it says, so that a rule stays the same when others come and go.
    private static string Key(FlowDirection direction, ServicePlan service, Cidr remote) => Names.Join(
        direction == FlowDirection.Inbound ? "in" : "out",
        Words.Of(service.Protocol),
        service.Ports?.ToString(),
        remote.ToSlug());

    private static ServicePlan Tcp(int port) => new(Protocol.Tcp, new PortRange(port, port));
}
