using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SizeBootsImage : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X178",
        Level = FindingLevel.Error,
        Title = "A machine's size boots the image that it gets",
        Why = "The machines run Ubuntu from a Generation 2 image in Azure and from an HVM image in AWS. Older sizes boot neither, confidential "
            + "sizes need images of their own, and Mac instances need a dedicated host.",
        Sources =
        [
            new("learn.microsoft.com/azure/virtual-machines/generation-2", "Microsoft: support for generation 2 VMs"),
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html", "AWS: virtualization types of images"),
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-mac-instances.html", "AWS: Mac instances"),
        ],
        Fix = "Use a newer size, or leave size out for a small one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from size in SizeUse.Of(context)
        where MachineSizes.IsName(size.Cloud, size.Value) && !MachineSizes.BootsImage(size.Cloud, size.Value)
        select new Violation($"{context.FormatPath(size.Path)} {size.Value} does not boot the image of the machine", size.Path)
        {
            Fix = $"Use a newer size such as {size.Usual}, or leave size out for it.",
        };
}
