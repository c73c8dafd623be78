using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>The test machines of an Azure site.</summary>
public sealed class AzureProbes : Construct
{
    /// <param name="side">The site that they stand in.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    /// <param name="site">The site's plan.</param>
    /// <param name="publicKey">The SSH key that may log in.</param>
    public AzureProbes(AzureVpnSide side, string id, AzureSitePlan site, string publicKey) : base(side, id)
    {
        ArgumentNullException.ThrowIfNull(side);
        ArgumentNullException.ThrowIfNull(site);
        var onProbes = site.SecurityGroups.Where(filter => filter.Kind == NetworkSecurityGroupKind.Probes).ToDictionary(filter => filter.Place, filter => side.SecurityGroups[filter.Place]);
        var order = new ReplacementOrder(this, "order", site.Probes.Select(probe => (probe.Key, $"{probe.Address} {probe.PublicIp}")));
        Machines =
        [
            .. site.Probes.Select(probe => new AzureProbe(
                this, $"probe-{probe.Key}", probe, side.Network, onProbes.GetValueOrDefault(probe.Subnet), publicKey, order, side.Place).Machine),
        ];
    }

    /// <summary>The machines, in the order of the plan.</summary>
    public IReadOnlyList<ProbeMachine> Machines { get; }
}
