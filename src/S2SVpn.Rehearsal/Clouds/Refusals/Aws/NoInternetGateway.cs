namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A public address leads nowhere without an internet gateway.</summary>
public sealed class NoInternetGateway : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "Gateway.NotAttached",
        When = RefusalTime.Write,
        Types = ["aws_eip"],
        Source = "github.com/hashicorp/terraform-provider-aws/pull/2181",
    };

    internal override string? Why(RefusalContext context)
    {
        var vpc = ElasticAddresses.VpcOf(context, context.Values);
        // What is in an existing network isn't known.
        return context.Find("aws_vpc", vpc) is not null && !context.Store.OfType("aws_internet_gateway").Any(gateway => gateway.Values.Text("vpc_id") == vpc)
            ? $"Network {vpc} is not attached to any internet gateway."
            : null;
    }
}
