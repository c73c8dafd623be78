using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SizeOfCloud : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X170",
        Level = FindingLevel.Error,
        Title = "A machine's size exists in its cloud",
        Why = "The cloud rejects an unknown size when it creates the machine, after the gateways.",
        Sources =
        [
            new("docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html", "AWS: instance types"),
            new("learn.microsoft.com/azure/virtual-machines/vm-naming-conventions", "Microsoft: names of sizes"),
        ],
        Fix = "Use a size of the machine's cloud, or leave size out for a small one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from size in Sizes(context).Distinct()
        where !MachineSizes.IsName(size.Cloud, size.Value)
        let said = size.Cloud == Cloud.Aws ? "AWS" : "Azure"
        select new Violation($"{context.FormatPath(size.Path)} {size.Value} is not a machine size of {said}", size.Path)
        {
            Fix = $"Use a size of {said} such as {AppliancePlanner.UsualSize(size.Cloud)}, or leave size out for a small one.",
        };

    private static IEnumerable<(Cloud Cloud, string Value, RequestPath Path)> Sizes(RuleContext context) =>
    [
        .. from site in context.Sites
           where site.Appliance?.Size is not null
           select (site is AwsView ? Cloud.Aws : Cloud.Azure, site.Appliance!.Size!, site.Gateway.At("appliance.size")),
        .. from machine in MachineView.Of(context)
           where machine.Probe?.Size is not null
           select (machine.Cloud, machine.Probe!.Size!, machine.Path["size"]),
    ];
}
