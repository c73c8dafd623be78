namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Log groups of one region have different names.</summary>
public sealed class LogGroupName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ResourceAlreadyExistsException",
        When = RefusalTime.Create,
        Types = ["aws_cloudwatch_log_group"],
        Source = "docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
    };

    internal override string? Why(RefusalContext context) =>
        NameInUse.Of(context, "name") ? $"The specified log group already exists: {context.Values.Text("name")}." : null;
}
