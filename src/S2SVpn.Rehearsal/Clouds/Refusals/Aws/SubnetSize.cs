namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet has a range between /16 and /28.</summary>
public sealed class SubnetSize : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidSubnet.Range",
        When = RefusalTime.Create,
        Types = ["aws_subnet"],
        Source = "docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    };

    internal override string? Why(RefusalContext context) => Networks.Of(context.Values, "cidr_block").Where(network => network.PrefixLength is < 16 or > 28)
        .Select(network => $"The CIDR '{network}' is invalid: a subnet is between /16 and /28.")
        .FirstOrDefault();
}
