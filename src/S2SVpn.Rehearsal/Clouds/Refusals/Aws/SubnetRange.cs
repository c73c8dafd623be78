using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet lies in its VPC.</summary>
public sealed class SubnetRange : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidSubnet.Range",
        When = RefusalTime.Create,
        Types = ["aws_subnet"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(Situation situation)
    {
        var vpc = situation.Find("aws_vpc", situation.Values.Text("vpc_id"))?.Text("cidr_block");
        return Cidr.TryParse(vpc ?? "", out var network, out _) && Cidr.TryParse(situation.Values.Text("cidr_block") ?? "", out var subnet, out _) && !network.Contains(subnet)
            ? $"{subnet} is not in {network}, the VPC's."
            : null;
    }
}
