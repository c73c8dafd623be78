using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Where elastic addresses lead.</summary>
internal static class ElasticAddresses
{
    /// <summary>The VPC of the machine or network interface that has it; null where there is none, or none that the store knows.</summary>
    public static string? VpcOf(RefusalContext context, Attributes address) =>
        context.Find(
            "aws_subnet", (context.Find("aws_instance", address.Text("instance")) ?? context.Find("aws_network_interface", address.Text("network_interface")))?.Text("subnet_id"))?.Text("vpc_id");
}

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

/// <summary>An internet gateway stays while a machine behind it has a public address.</summary>
public sealed class InternetGatewayInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DependencyViolation",
        When = RefusalTime.Delete,
        Types = ["aws_internet_gateway"],
        Source = "docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var vpc = context.Find(context.Type, context.Id)?.Text("vpc_id");
        return context.Store.OfType("aws_eip").Any(address => ElasticAddresses.VpcOf(context, address.Values) is { } other && other == vpc)
            ? $"Network {vpc} has some mapped public addresses."
            : null;
    }
}
