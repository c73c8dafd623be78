namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>An internet gateway stays while a machine behind it has a public address.</summary>
public sealed class MappedAddresses : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DependencyViolation",
        When = RefusalTime.Delete,
        Types = ["aws_internet_gateway"],
        Source = "docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    };

    internal override string? Why(Situation situation)
    {
        var vpc = situation.Find(situation.Type, situation.Id)?.Text("vpc_id");
        return situation.Store.OfType("aws_eip").Any(address => ElasticAddresses.VpcOf(situation, address.Values) is { } other && other == vpc)
            ? $"Network {vpc} has some mapped public addresses."
            : null;
    }
}
