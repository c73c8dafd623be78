namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>
/// What an AWS resource names has to be there, and in its region: elsewhere AWS does not find it. What was not created here,
/// such as an existing VPC, nothing is known.
/// </summary>
public abstract class NotFound(string code, string type) : Refusal
{
    // Theirs names something in another region on purpose, or is in none.
    private static readonly string[] Worldwide = ["aws_cloudwatch_dashboard"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = code,
        When = RefusalTime.Write,
        Types = ["aws_*"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        if (Worldwide.Contains(context.Type))
        {
            return null;
        }

        var region = context.Values.Text("region");
        return context.Values.AllTexts()
            .Where(id => id != context.Id && (context.Store.WasDeleted(type, id)
                || (region is not null && context.Find(type, id)?.Text("region") is { } other && other != region)))
            .Select(id => $"The ID '{id}' does not exist{(region is null ? "" : $" in {region}")}.")
            .FirstOrDefault();
    }
}
