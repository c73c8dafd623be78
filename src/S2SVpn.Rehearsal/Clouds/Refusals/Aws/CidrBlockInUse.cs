using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A secondary range of a VPC can't be removed while a subnet uses it.</summary>
public sealed class CidrBlockInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidCidrBlock.InUse",
        When = RefusalTime.Delete,
        Types = ["aws_vpc_ipv4_cidr_block_association"],
        Source = "github.com/hashicorp/terraform-provider-aws/issues/29077",
    };

    internal override string? Why(RefusalContext context)
    {
        var association = context.Find(context.Type, context.Id);
        Cidr[] range = [.. Networks.Of(association, "cidr_block")];
        var vpc = association?.Text("vpc_id");
        return context.OthersOf("aws_subnet").Any(subnet =>
            subnet.Values.Text("vpc_id") == vpc && Networks.Of(subnet.Values, "cidr_block").Any(cidr => range.Any(one => one.Contains(cidr))))
            ? $"The vpc {vpc} currently has a subnet within CIDR block {range[0]}."
            : null;
    }
}
