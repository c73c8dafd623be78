using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class LogRetention : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS109",
        Level = FindingLevel.Error,
        Title = "AWS log retention is a number of days that CloudWatch supports",
        Why = "CloudWatch rejects any other number.",
        Sources =
        [
            new(
                "docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
                "AWS: PutRetentionPolicy"),
        ],
        Fix = "Use one of the supported numbers, such as 90.",
    };

    private static readonly ValueList<int> Allowed =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from days in context.Links.Where(link => link.Link.Tunnels.Logs is not null)
            .Select(link => new Located<int>(link.Link.Tunnels.Logs!.RetentionDays, link.At("tunnels.logs.retentionDays")))
            .Prepend(new Located<int>(
                context.Request.Monitoring.Logs.RetentionDays, RequestPath.Root.At("monitoring.logs.retentionDays")))
        where !Allowed.Contains(days.Value)
        select new Violation($"{context.FormatPath(days.Path)} {days.Value} is not a retention that CloudWatch supports. Supported: {string.Join(", ", Allowed)}", days.Path);
}
