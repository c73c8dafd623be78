using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>
/// Plans network security groups: exactly the flows of the request, then everything within the site, then a refusal of
/// the rest, since Azure's own rules would let all of that in and out. Inbound the rest is whatever the VNet can route to:
/// what AWS announces may be more than the request has. Outbound it is the networks that the links bring, and no others: what
/// the VNet reaches by peerings and private endpoints of its own is not the VPN's to close. The tag VirtualNetwork would take
/// those in, and the prefixes of user-defined routes: with 0.0.0.0/0 to a firewall it closes the internet
/// (learn.microsoft.com/azure/virtual-network/service-tags-overview).
/// </summary>
internal static class AzureFilterPlanner
{
    private const int FirstPriority = 100;
    private const int PrioritiesPerFlow = 4;
    private const int SshPriority = 4000;

    /// <summary>How many flows a request can have.</summary>
    public const int MostFlows = (SshPriority - FirstPriority) / PrioritiesPerFlow;

    private const int OwnPriority = 4010;
    private const int ProbePriority = 4020;
    private const int LastPriority = 4096;

    /// <param name="network">The network, whose subnets and new spokes get a group each.</param>
    /// <param name="own">Every network that is reached through the site.</param>
    /// <param name="partners">The networks that the site's links bring, as they look from here.</param>
    /// <param name="flows">What may cross.</param>
    /// <param name="probes">The test machines of the site.</param>
    /// <param name="sshFrom">Who may log in to them.</param>
    public static ValueList<NetworkSecurityGroupPlan> Plan(
        AzureNetworkPlan network, ValueList<Cidr> own, ValueList<Cidr> partners, List<SiteFlow> flows, ValueList<ProbePlan> probes, ValueList<Cidr> sshFrom)
    {
        // What is behind the site may be wider than a partner's network, which is not the site's own for that.
        own = Cidr.Outermost(own.SelectMany(cidr => cidr.Without(partners)));
        return
        [
            .. network.Subnets.Where(subnet => subnet.SecurityGroup is not null).Select(subnet => new NetworkSecurityGroupPlan
            {
                Name = subnet.SecurityGroup!,
                Kind = subnet.IsFiltered ? NetworkSecurityGroupKind.Subnet : NetworkSecurityGroupKind.Probes,
                Place = subnet.Key,
                Rules =
                [
                    // Of an existing subnet only its VNet's networks may be known.
                    .. flows.SelectMany(flow => Rules(flow, subnet.Key, subnet.Cidr is { } cidr ? [cidr] : network.Cidrs)),
                    .. Ssh(probes.Where(probe => probe.Subnet == subnet.Key).ToList(), sshFrom),
                    .. Rest(own, partners),
                ],
            }),
            .. network.Spokes.Where(spoke => spoke.SecurityGroup is not null).Select(spoke => new NetworkSecurityGroupPlan
            {
                Name = spoke.SecurityGroup!,
                Kind = NetworkSecurityGroupKind.Spoke,
                Place = spoke.Key,
                Rules = [.. flows.SelectMany(flow => Rules(flow, spoke.Key, spoke.Cidrs)), .. Rest(own, partners)],
            }),
        ];
    }

    private static IEnumerable<NetworkSecurityRulePlan> Rules(SiteFlow flow, string place, ValueList<Cidr> space)
    {
        var local = Cidr.Outermost(flow.Here
            .Where(end => (end.Subnet ?? place) == place)
            .SelectMany(end => space.Where(end.Network.Overlaps).Select(part => part.Contains(end.Network) ? end.Network : part)));
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
                Remote = Cidr.Outermost(flow.There),
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
            Remote = Cidr.Outermost(from),
            Description = "SSH to probes",
        };
    }

    private static IEnumerable<NetworkSecurityRulePlan> Rest(ValueList<Cidr> own, ValueList<Cidr> partners) =>
    [
        Own(FlowDirection.Inbound, own),
        Own(FlowDirection.Outbound, own),
        HealthProbes,
        Deny(FlowDirection.Inbound, [], "Whatever else comes over the VPN or a peering"),
        .. partners.Count == 0 ? [] : new[] { Deny(FlowDirection.Outbound, partners, "Whatever else leads over the VPN") },
    ];

    // Probes come from the host, 168.63.129.16, which the tag VirtualNetwork has too: the denial would take them before Azure's own rule
    // AllowAzureLoadBalancerInBound lets them in (learn.microsoft.com/azure/virtual-network/service-tags-overview and
    // .../network-security-groups-overview#default-security-rules).
    private static NetworkSecurityRulePlan HealthProbes { get; } = new()
    {
        Name = "health-probes-in",
        Priority = ProbePriority,
        Direction = FlowDirection.Inbound,
        Allow = true,
        Protocol = Protocol.Any,
        Ports = [],
        Local = [],
        Remote = [],
        IsLoadBalancer = true,
        Description = "Health probes of Azure's load balancers",
    };

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

    private static NetworkSecurityRulePlan Deny(FlowDirection direction, ValueList<Cidr> remote, string description) => new()
    {
        Name = $"nothing-else-{Way(direction)}",
        Priority = LastPriority,
        Direction = direction,
        Allow = false,
        Protocol = Protocol.Any,
        Ports = [],
        Local = [],
        Remote = Cidr.Outermost(remote),
        Description = description,
    };

    private static string Way(FlowDirection direction) => direction == FlowDirection.Inbound ? "in" : "out";
}
