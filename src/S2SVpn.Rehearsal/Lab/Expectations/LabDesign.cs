using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>What was designed: what the checks of a lab expect. Nothing of the lab is made from it.</summary>
public sealed record LabDesign
{
    public required IReadOnlyList<DesignedTunnel> Tunnels { get; init; }

    public required IReadOnlyList<DesignedFlow> Flows { get; init; }

    /// <summary>Whether a tunnel is WireGuard's.</summary>
    public bool UsesWireguard => Tunnels.Any(tunnel => tunnel.IsWireguard);

    /// <summary>Whether machines of a pair stand in for each other.</summary>
    public bool HasPairs => Tunnels.Where(tunnel => tunnel.OnAppliance).GroupBy(tunnel => tunnel.AwsPath).Any(site => site.DistinctBy(tunnel => tunnel.AwsConnection).Skip(1).Any())
        || Tunnels.Where(tunnel => tunnel.OnAzureAppliance).GroupBy(tunnel => tunnel.AzurePath).Any(site => site.DistinctBy(tunnel => tunnel.AzureConnection).Skip(1).Any());

    /// <summary>The networks that may log in to the machines of appliances.</summary>
    public IReadOnlyList<string> SshFrom { get; init; } = [];

    /// <summary>What test machines in AWS may send anywhere: no security group can leave out the other cloud.</summary>
    public IReadOnlyList<DesignedFlow> OutboundFlows { get; init; } = [];

    /// <summary>
    /// The security groups for machines in each AWS subnet, by the subnet's range, and for subnets in each new Azure spoke, by
    /// the VNet's name: the clouds know of it only where a machine or a subnet is, and where a state has none, the lab puts one.
    /// There are several where sites have the same range.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> SecurityGroups { get; init; }

    /// <summary>
    /// The clouds whose sites all have one ASN: none of them learns of another's networks through the other cloud, as it drops
    /// what has its own number in the path.
    /// </summary>
    public required IReadOnlyList<Cloud> Apart { get; init; }

    /// <summary>What was there before.</summary>
    public required IReadOnlyList<ExistingThing> Existing { get; init; }

    /// <summary>What no lab can check, and why.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The names of the translations that are designed to put many addresses behind few.</summary>
    public IReadOnlyList<string> DynamicTranslations { get; init; } = [];

    /// <summary>What the connections of Azure translate.</summary>
    public IReadOnlyList<DesignedTranslation> Translations { get; init; } = [];

    /// <summary>Links that no lab can hold: of them nothing would be checked.</summary>
    public required IReadOnlyList<string> UnsupportedLinks { get; init; }

    public static LabDesign From(ConnectivityPlan plan) => new()
    {
        Tunnels = plan.Links.SelectMany((link, index) => DesignedTunnel.Of(plan, link, index)).ToList(),
        Flows = plan.Flows.SelectMany(DesignedFlow.Of).ToList(),
        SshFrom = [.. plan.AwsSites.Select(site => site.Gateway.Appliance).Concat(plan.AzureSites.Select(site => site.Gateway.Appliance)).SelectMany(appliance => appliance?.Ssh.From ?? []).Select(network => $"{network}").Distinct()],
        OutboundFlows =
        [
            .. from site in plan.AwsSites
               from rule in site.SecurityGroups.Where(own => own.Kind == SecurityGroupKind.Probes).SelectMany(own => own.Rules)
               where rule.Direction == FlowDirection.Outbound
               from probe in site.Probes
               where probe.Address is not null
               // Wherever it is in its subnet: there is no other machine there.
               let own = site.Network.Subnets.FirstOrDefault(subnet => subnet.Key == probe.Subnet)?.Cidr ?? Cidr.Parse($"{probe.Address}/32")
               select new DesignedFlow(0, Cloud.Aws, $"{own}", Cloud.Azure, $"{rule.Remote}", rule.Service.Protocol, rule.Service.Ports?.First, rule.Service.Ports?.Last),
        ],
        SecurityGroups = plan.AwsSites
            .SelectMany(site => site.Network.Subnets.Select(subnet => (Name: $"{subnet.Cidr}", Group: subnet.SecurityGroup ?? (site.Network.ExistingSecurityGroups is [var group, ..] ? group : null))))
            .Concat(plan.AzureSites.SelectMany(site => site.Network.Spokes.Select(spoke => (spoke.Name, Group: spoke.SecurityGroup))))
            .Where(place => place.Group is not null)
            .GroupBy(place => place.Name, place => place.Group!)
            .ToDictionary(place => place.Key, IReadOnlyList<string> (place) => [.. place.Distinct()]),
        Apart =
        [
            .. plan.AwsSites.Select(site => site.Gateway.Asn).Distinct().Count() == 1 ? [Cloud.Aws] : Array.Empty<Cloud>(),
            .. plan.AzureSites.Select(site => site.Gateway.Asn).Distinct().Count() == 1 ? [Cloud.Azure] : Array.Empty<Cloud>(),
        ],
        DynamicTranslations = [.. plan.AzureSites.SelectMany(site => site.Gateway.NatRules).Where(rule => rule.Kind == NatKind.Dynamic).Select(rule => rule.Name)],
        Translations = [.. plan.AzureSites.SelectMany(DesignedTranslation.Of)],
        Existing = ExistingThings.Of(plan),
        Notes = plan.Links.SelectMany(link => Beyond(plan, link)).Distinct().ToList(),
        UnsupportedLinks = plan.Links.Where((link, index) => !DesignedTunnel.Of(plan, link, index).Any()).Select(link => link.Name).ToList(),
    };

    private static IEnumerable<string> Beyond(ConnectivityPlan plan, LinkPlan link) => link.Routing != Routing.Bgp ? [] :
        link.Networks.Aws.Where(network => !DesignedTunnel.Has(plan.AwsSite(link.AwsSite), network)).Select(network => Unseen("AWS", network))
            .Concat(link.Networks.Azure.Where(network => !DesignedTunnel.Has(plan.AzureSite(link.AzureSite), network)).Select(network => Unseen("Azure", network)));

    private static string Unseen(string cloud, Cidr network) =>
        $"Not checked: whether {cloud} announces {network}, which lies behind its gateway and in no network that Terraform's state has.";
}
