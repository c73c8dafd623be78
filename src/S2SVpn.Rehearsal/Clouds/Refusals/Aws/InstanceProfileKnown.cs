namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine is started with an instance profile that is there and has a role.</summary>
public sealed class InstanceProfileKnown : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Write,
        Types = ["aws_instance"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshooting-launch.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var name = context.Values.Text("iam_instance_profile");
        return name is not null && !context.Store.OfType("aws_iam_instance_profile").Any(profile => profile.Values.Text("name") == name && profile.Values.Text("role") is { Length: > 0 })
            ? $"Value ({name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"
            : null;
    }
}
