using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class AlarmTimes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS111",
        Level = FindingLevel.Error,
        Title = "An alarm's time is a whole number of minutes, at most 24 hours",
        Why = "CloudWatch measures a tunnel once a minute, and an alarm can look back one day at most.",
        Sources =
        [
            new(
                "docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
                "AWS: PutMetricAlarm"),
        ],
        Fix = "Write whole minutes from 1m to 24h, such as 5m.",
    };

    private const int Minute = 60;
    private const int Day = 86400;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var alarms = RequestPath.Root.At("monitoring.alarms");
        var asked = context.Request.Monitoring.Alarms;
        return from time in new Located<Duration>[]
               {
                   new(asked.TunnelDown, alarms["tunnelDown"]),
                   new(asked.AllDown, alarms["allDown"]),
               }
               where time.Value.Seconds is < Minute or > Day || time.Value.Seconds % Minute != 0
               select new Violation(
                   $"{context.FormatPath(time.Path)} {time.Value.Written} is not a whole number of minutes between 1m and 24h", time.Path);
    }
}
