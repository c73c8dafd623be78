using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class KnownFamily : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X211",
        Level = FindingLevel.Warning,
        Title = "A machine's size is a known one",
        Why = "The cloud rejects a size that does not exist when it creates the machine, after the gateways.",
        Sources =
        [
            new("docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html", "AWS: instance families"),
            new("learn.microsoft.com/azure/virtual-machines/sizes/overview", "Microsoft: families of sizes"),
        ],
        Fix = "Correct the size, or leave it out for a small one. Accept this if the cloud has added the family recently.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from size in SizeUse.Of(context)
        where MachineSizes.IsName(size.Cloud, size.Value) && !MachineSizes.IsKnown(size.Cloud, size.Value)
        let cloud = size.Cloud == Cloud.Aws ? "AWS" : "Azure"
        select new Violation($"{context.FormatPath(size.Path)} {size.Value} is not a known size of {cloud}", size.Path)
        {
            Fix = $"Use a size such as {size.Usual}, or leave size out for it. Accept this if {cloud} has added the family recently.",
        };
}
