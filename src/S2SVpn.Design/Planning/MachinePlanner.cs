using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Planning;

/// <summary>Plans test machines, which are alike in both clouds.</summary>
internal static class MachinePlanner
{
    /// <param name="context">The request.</param>
    /// <param name="cloud">The cloud of the site.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="canBePublic">Whether a public address leads anywhere in the site's network.</param>
    public static ValueList<ProbePlan> Probes(PlanContext context, Cloud cloud, string site, bool canBePublic)
    {
        var stem = context.Names.Site(cloud, site);
        var probes = cloud == Cloud.Aws ? context.Request.Probes.Aws : context.Request.Probes.Azure;
        return context.Machines(cloud, site, MachineKind.Probe).Select(place =>
        {
            var probe = probes[place.Index];
            var name = Names.Join(stem, "probe", probe.Name);
            var isPublic = probe.PublicAddress ?? (canBePublic && context.Request.Probes.SshFrom.Count > 0);
            return new ProbePlan
            {
                Key = probe.Name,
                Name = cloud == Cloud.Aws ? Names.Aws(name) : Names.AzureShort(name),
                Subnet = place.Subnet ?? throw PlanContext.Refused($"the probe '{probe.Name}' has no subnet"),
                Address = place.Address,
                Size = probe.Size ?? AppliancePlanner.UsualSize(cloud),
                PublicIp = !isPublic ? null : cloud == Cloud.Aws ? Names.Aws(name, "eip") : Names.Azure(name, "pip"),
            };
        }).ToValueList();
    }

    public static SshPlan? Ssh(PlanContext context, string keyName, ValueList<ProbePlan> probes) =>
        probes.Count == 0 ? null : new SshPlan(keyName, context.Request.Probes.SshKey, context.Request.Probes.SshFrom);
}
