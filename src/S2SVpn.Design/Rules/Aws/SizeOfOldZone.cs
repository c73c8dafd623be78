using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class SizeOfOldZone : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS121",
        Level = FindingLevel.Warning,
        Title = "A machine in us-east-1e has a size that this zone offers",
        Why = "Most accounts know an old zone as us-east-1e. It has no current sizes, such as t3 and r5d: AWS rejects the machine as Unsupported. "
            + "'aws ec2 describe-instance-type-offerings --location-type availability-zone' tells which zones have a size.",
        Sources =
        [
            new("github.com/kubernetes-sigs/provider-aws-test-infra/pull/354", "Kubernetes: tests avoid us-east-1e"),
            new("github.com/RedHatGov/redhatgov.workshops/issues/113", "t3.small is not supported in us-east-1e"),
            new("docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html", "AWS: zones by account"),
        ],
        Fix = "Use another zone, or an older size such as t2.micro. Accept this if the zone has the size in your account.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from machine in MachineView.Of(context)
        where machine is { Site: AwsView { Site.Region: "us-east-1" }, Subnet: not null }
        let site = (AwsView)machine.Site!
        where site.Site.Network.Subnets.TryGetValue(machine.Subnet!.Name, out var subnet) && subnet.Zone is [.., 'e']
        let size = (machine.Probe is { } probe ? probe.Size : site.Appliance?.Size) ?? AppliancePlanner.UsualSize(Cloud.Aws)
        where !MachineSizes.IsOld(size)
        select new Violation(
            $"{context.FormatPath(machine.Path)} is a {size} in us-east-1e, which does not offer this size",
            machine.Path["size"], machine.Subnet!.Path["zone"]);
}
