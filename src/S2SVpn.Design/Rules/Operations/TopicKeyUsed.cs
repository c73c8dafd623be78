using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class TopicKeyUsed : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X168",
        Level = FindingLevel.Warning,
        Title = "A key for the alarms' topic needs a new topic",
        Why = "An existing topic keeps its encryption, and without alarms no topic is created.",
        Sources =
        [
            Source.AwsAlarms,
            new("docs.aws.amazon.com/sns/latest/dg/sns-key-management.html", "AWS: keys of encrypted topics"),
        ],
        Fix = "Leave topicKey out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var (asked, path) = (context.Request.Monitoring, RequestPath.Root["monitoring"]);
        if (asked.TopicKey is null || (asked.SnsTopic is null && MonitoringPlanner.HasAwsAlarms(asked)))
        {
            return [];
        }

        var key = path["topicKey"];
        return asked.SnsTopic is not null
            ? [new Violation($"{context.FormatPath(key)} encrypts no topic, because {context.FormatPath(path["snsTopic"])} names an existing one", key, path["snsTopic"])]
            : [new Violation($"{context.FormatPath(key)} has no effect, because there are no alarms in AWS", key) { Fix = "Write monitoring.notify, or leave topicKey out." }];
    }
}
