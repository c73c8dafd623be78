namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

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
