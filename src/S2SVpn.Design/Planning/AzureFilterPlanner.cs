using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>
/// Plans network security groups: exactly the flows of the request, then everything within the site, then a refusal
/// of whatever else the VNet can route to, since Azure's own rules would let all of that in.
/// </summary>
internal static class AzureFilterPlanner
{
    private const int FirstPriority = 100;
    private const int PrioritiesPerFlow = 4;
    private const int SshPriority = 4000;
    private const int OwnPriority = 4010;
    private const int LastPriority = 4096;

    public static ValueList<NetworkSecurityGroupPlan> Plan(
        AzureNetworkPlan network, ValueList<Cidr> own, List<SiteFlow> flows, ValueList<ProbePlan> probes, ValueList<Cidr> sshFrom) =>
        network.Subnets.Where(subnet => subnet.SecurityGroup is not null).Select(subnet => new NetworkSecurityGroupPlan
        {
            Name = subnet.SecurityGroup!,
            Subnet = subnet.Key,
            OnProbes = !subnet.IsFiltered,
            Rules =
            [
                .. flows.SelectMany(flow => Rules(flow, network, subnet)),
                .. Ssh(probes.Where(probe => probe.Subnet == subnet.Key).ToList(), sshFrom),
                Own(FlowDirection.Inbound, own),
                Own(FlowDirection.Outbound, own),
                Rest(FlowDirection.Inbound),
                Rest(FlowDirection.Outbound),
            ],
        }).ToValueList();

    private static IEnumerable<NetworkSecurityRulePlan> Rules(SiteFlow flow, AzureNetworkPlan network, AzureSubnetPlan subnet)
    {
        // Of an existing subnet only its VNet's networks may be known.
        ValueList<Cidr> space = subnet.Cidr is { } cidr ? [cidr] : network.Cidrs;
        var local = flow.Here
            .Where(end => (end.Subnet ?? subnet.Key) == subnet.Key)
            .SelectMany(end => space.Where(end.Network.Overlaps).Select(part => part.Contains(end.Network) ? end.Network : part))
            .Distinct().ToValueList();
        if (local.Count == 0)
        {
            yield break;
        }

        var priority = FirstPriority + (PrioritiesPerFlow * (flow.Flow.Number - 1));
        if (priority + PrioritiesPerFlow > SshPriority)
        {
            throw PlanContext.Refused($"{flow.Flow.Number} flows are more than a network security group holds");
        }

        foreach (var services in flow.Flow.Services.GroupBy(service => service.Protocol))
        {
            yield return new NetworkSecurityRulePlan
            {
                Name = $"access-{flow.Flow.Number}-{Words.Of(services.Key)}-{Way(flow.Direction)}",
                Priority = priority + (int)services.Key,
                Direction = flow.Direction,
                Allow = true,
                Protocol = services.Key,
                Ports = services.Select(service => service.Ports).OfType<PortRange>().ToValueList(),
                Local = local,
                Remote = flow.There,
                Description = Descriptions.Azure(flow.Flow),
            };
        }
    }

    private static IEnumerable<NetworkSecurityRulePlan> Ssh(List<ProbePlan> probes, ValueList<Cidr> from)
    {
        if (probes.Count == 0 || from.Count == 0)
        {
            yield break;
        }

        yield return new NetworkSecurityRulePlan
        {
            Name = "ssh-to-probes-in",
            Priority = SshPriority,
            Direction = FlowDirection.Inbound,
            Allow = true,
            Protocol = Protocol.Tcp,
            Ports = [new PortRange(22, 22)],
            Local = probes.Exists(probe => probe.Address is null)
                ? []
                : probes.Select(probe => new Cidr(probe.Address!.Value, 32)).ToValueList(),
            Remote = from,
            Description = "SSH to probes",
        };
    }

    private static NetworkSecurityRulePlan Own(FlowDirection direction, ValueList<Cidr> own) => new()
    {
        Name = $"within-the-site-{Way(direction)}",
        Priority = OwnPriority,
        Direction = direction,
        Allow = true,
        Protocol = Protocol.Any,
        Ports = [],
        Local = [],
        Remote = own,
        Description = "The site's own networks",
    };

    private static NetworkSecurityRulePlan Rest(FlowDirection direction) => new()
    {
        Name = $"nothing-else-{Way(direction)}",
        Priority = LastPriority,
        Direction = direction,
        Allow = false,
        Protocol = Protocol.Any,
        Ports = [],
        Local = [],
        Remote = [],
        Description = "Whatever else comes over the VPN or a peering",
    };

    private static string Way(FlowDirection direction) => direction == FlowDirection.Inbound ? "in" : "out";
}
