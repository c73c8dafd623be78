namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine's security groups are of the VPC that its subnet is in; without a subnet it starts in the region's default VPC.</summary>
public sealed class GroupOfOtherVpc : Refusal
{
    private const string DefaultVpc = "the default VPC";

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameter",
        When = RefusalTime.Create,
        Types = ["aws_instance", "aws_network_interface"],
        Source = "github.com/QT-DevOps/DevOpsIssues/issues/256",
    };

    internal override string? Why(RefusalContext context)
    {
        if (context.Values.Block("primary_network_interface") is not null)
        {
            return null;
        }

        var subnet = context.Values.Text("subnet_id");
        var vpc = subnet is null ? DefaultVpc : context.Find("aws_subnet", subnet)?.Text("vpc_id");
        return context.Values.Texts("vpc_security_group_ids").Concat(context.Values.Texts("security_groups"))
            .FirstOrDefault(id => vpc is not null && context.Find("aws_security_group", id) is { } group && (group.Text("vpc_id") ?? DefaultVpc) != vpc) is { } other
            ? $"Security group {other} and {(subnet is null ? $"a subnet of {vpc}" : $"subnet {subnet}")} belong to different networks."
            : null;
    }
}
