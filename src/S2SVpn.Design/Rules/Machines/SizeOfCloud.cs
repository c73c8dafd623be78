using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SizeOfCloud : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X170",
        Level = FindingLevel.Error,
        Title = "A machine's size has the form of its cloud's sizes",
        Why = "The cloud rejects an unknown size when it creates the machine, after the gateways.",
        Sources =
        [
            new("docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html", "AWS: instance types"),
            new("learn.microsoft.com/azure/virtual-machines/vm-naming-conventions", "Microsoft: names of sizes"),
        ],
        Fix = "Use a size of the machine's cloud, or leave size out for a small one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from size in SizeUse.Of(context)
        where !MachineSizes.IsName(size.Cloud, size.Value)
        let cloud = size.Cloud == Cloud.Aws ? "AWS" : "Azure"
        select new Violation($"{context.FormatPath(size.Path)} {size.Value} is not a machine size of {cloud}", size.Path)
        {
            Fix = $"Use a size of {cloud} such as {size.Usual}, or leave size out for a small one.",
        };
}
