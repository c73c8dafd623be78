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

    internal override string? Why(RefusalContext context) => Vpc(context, context.Values.Text("subnet_id")) is { } vpc
        && context.Others.FirstOrDefault(other => Vpc(context, other.Values.Text("subnet_id")) == vpc) is { } taken
            ? $"{vpc} has the EC2 Instance Connect endpoint {taken.Id} already, and AWS allows one per VPC."
            : null;

    private static string? Vpc(RefusalContext context, string? subnet) => context.Find("aws_subnet", subnet)?.Text("vpc_id");
}
