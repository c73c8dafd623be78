namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC has one EC2 Instance Connect endpoint.</summary>
public sealed class SecondConnectEndpoint : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Create,
        Types = ["aws_ec2_instance_connect_endpoint"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-quotas.html",
    };

    internal override string? Why(Situation situation) => Vpc(situation, situation.Values.Text("subnet_id")) is { } vpc
        && situation.Others.FirstOrDefault(other => Vpc(situation, other.Values.Text("subnet_id")) == vpc) is { } taken
            ? $"{vpc} has the EC2 Instance Connect endpoint {taken.Id} already, and AWS allows one per VPC."
            : null;

    private static string? Vpc(Situation situation, string? subnet) => situation.Find("aws_subnet", subnet)?.Text("vpc_id");
}
