using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>A machine that the request asks for, a probe or one of an appliance, and where it says so.</summary>
/// <param name="Path">The machine.</param>
/// <param name="Cloud">Its cloud.</param>
/// <param name="Site">Its site; null where it is not known.</param>
/// <param name="Subnet">Its subnet; null where it is not known.</param>
/// <param name="SubnetName">The subnet's name, where the request gives one.</param>
/// <param name="Address">Its fixed address, where the request gives one.</param>
internal sealed record MachineView(
    RequestPath Path, Cloud Cloud, SiteView? Site, SubnetAt? Subnet, Located<string?> SubnetName, Located<Ipv4?> Address)
{
    /// <summary>The probe; null for a machine of an appliance.</summary>
    public Probe? Probe { get; private init; }

    /// <summary>Every machine: of the appliances in front, then the probes.</summary>
    public static IEnumerable<MachineView> Of(RuleContext context) =>
    [
        .. context.Sites.SelectMany(OfAppliance),
        .. context.Request.Probes.Aws.Select((probe, index) => OfProbe(Cloud.Aws, context.AwsSites, probe, index)),
        .. context.Request.Probes.Azure.Select((probe, index) => OfProbe(Cloud.Azure, context.AzureSites, probe, index)),
    ];

    private static IEnumerable<MachineView> OfAppliance(SiteView site)
    {
        var path = site.Gateway["appliance"];
        var cloud = site is AwsView ? Cloud.Aws : Cloud.Azure;
        return site.Appliance is not { } appliance
            ? []
            : Enumerable.Range(0, site.Machines).Select(index => new MachineView(
                path, cloud, site, Find(site, appliance.SubnetOf(index)), new Located<string?>(appliance.SubnetOf(index), path["subnets"]),
                new Located<Ipv4?>(
                    index < appliance.Addresses.Count ? appliance.Addresses[index] : null, path["addresses"][index])));
    }

    private static MachineView OfProbe(Cloud cloud, IReadOnlyList<SiteView> sites, Probe probe, int index)
    {
        var path = RequestPath.Root["probes"][Words.Of(cloud)][index];
        var site = probe.Site is { } name
            ? sites.FirstOrDefault(each => each.Name == name)
            : sites.Count == 1 ? sites[0] : null;
        return new MachineView(
            path, cloud, site, site is null ? null : Find(site, probe.Subnet), new Located<string?>(probe.Subnet, path["subnet"]),
            new Located<Ipv4?>(probe.Address, path["address"]))
        {
            Probe = probe,
        };
    }

    private static SubnetAt? Find(SiteView site, string? name) =>
        name is null ? site.Subnets.Count > 0 ? site.Subnets[0] : null : site.Subnet(name);
}
