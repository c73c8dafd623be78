using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet has to be within its VPC's ranges.</summary>
public sealed class SubnetRange : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidSubnet.Range",
        When = RefusalTime.Create,
        Types = ["aws_subnet"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var vpc = context.Values.Text("vpc_id");
        var further = context.Store.OfType("aws_vpc_ipv4_cidr_block_association").Where(range => range.Values.Text("vpc_id") == vpc).Select(range => range.Values.Text("cidr_block"));
        Cidr[] networks = [.. further.Append(context.Find("aws_vpc", vpc)?.Text("cidr_block")).OfType<string>().Select(Cidr.Parse)];
        return networks.Length > 0 && Cidr.TryParse(context.Values.Text("cidr_block") ?? "", out var subnet, out _) && !networks.Any(network => network.Contains(subnet))
            ? $"{subnet} is not in {string.Join(", ", networks)}, the VPC's."
            : null;
    }
}
