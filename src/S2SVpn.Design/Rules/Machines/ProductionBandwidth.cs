using System.Text.RegularExpressions;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Machines;

internal sealed partial class ProductionBandwidth : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X196",
        Level = FindingLevel.Warning,
        Title = "An appliance for production has a size with a bandwidth of its own",
        Why = "Sizes that save up credits forward and encrypt at their full rate for a while only, then at a small part of it. A tunnel of a managed "
            + "gateway has 1.25 Gbit/s all the time. 'aws ec2 describe-instance-types' tells what is left of a size (BaselineBandwidthInGbps).",
        Sources =
        [
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-network-bandwidth.html", "AWS: network bandwidth of instances"),
            Source.AwsQuotas,
            new("learn.microsoft.com/azure/virtual-machines/sizes/b-series-cpu-credit-model", "Microsoft: CPU credits of B sizes"),
        ],
        Fix = "Write a size without credits, such as c7gn.medium in AWS or Standard_D2as_v5 in Azure.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => !Production.Is(context.Request) ? [] :
        from site in context.Sites
        where site.Appliance is not null
        let size = site.Appliance!.Size ?? AppliancePlanner.UsualSize(site is AwsView ? Cloud.Aws : Cloud.Azure)
        where Bursts().IsMatch(size)
        let path = site.Gateway["appliance"]["size"]
        select new Violation($"{context.FormatPath(Production.Path)} is {context.Request.Environment}, but {context.FormatPath(path)} is {size}", path, Production.Path);

    [GeneratedRegex(@"^(t\d+[a-z]*\.|Standard_B\d)")]
    private static partial Regex Bursts();
}
