using System.Globalization;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC has a range between /16 and /28. The provider checks it.</summary>
public sealed class VpcSize : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_vpc", "aws_vpc_ipv4_cidr_block_association"],
        Source = "docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    };

    internal override string? Why(RefusalContext context) => Networks.Of(context.Values, "cidr_block").Where(network => network.PrefixLength is < 16 or > 28)
        .Select(network => string.Create(CultureInfo.InvariantCulture, $"expected \"cidr_block\" to contain a network Value with between 16 and 28 significant bits, got: {network.PrefixLength}"))
        .FirstOrDefault();
}
