using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Machines;

/// <summary>A machine's size where a request has it.</summary>
/// <param name="Cloud">The machine's cloud.</param>
/// <param name="Value">The size.</param>
/// <param name="Path">Where it stands.</param>
internal sealed record SizeUse(Cloud Cloud, string Value, RequestPath Path)
{
    /// <summary>The size that a machine gets where the request has none.</summary>
    public string Usual => AppliancePlanner.UsualSize(Cloud);

    public static IEnumerable<SizeUse> Of(RuleContext context) =>
        (from site in context.Sites
         where site.Appliance?.Size is not null
         select new SizeUse(site is AwsView ? Cloud.Aws : Cloud.Azure, site.Appliance!.Size!, site.Gateway.At("appliance.size")))
        .Concat(
            from machine in MachineView.Of(context)
            where machine.Probe?.Size is not null
            select new SizeUse(machine.Cloud, machine.Probe!.Size!, machine.Path["size"])).Distinct();
}
