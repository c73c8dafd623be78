using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Subnets of one VPC don't overlap.</summary>
public sealed class SubnetConflict : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidSubnet.Conflict",
        When = RefusalTime.Create,
        Types = ["aws_subnet"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        Cidr[] own = [.. Networks.Of(context.Values, "cidr_block")];
        var other = context.Others.FirstOrDefault(subnet => subnet.Values.Text("vpc_id") == context.Values.Text("vpc_id")
            && Networks.Of(subnet.Values, "cidr_block").Any(cidr => own.Any(cidr.Overlaps)));
        return other is null ? null : $"{context.Values.Text("cidr_block")} overlaps {other.Id}.";
    }
}
