using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Access;

internal sealed class FlowOpensSomething : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X123",
        Level = FindingLevel.Error,
        Title = "An access flow has two ends and a protocol",
        Why = "Without ends or a protocol, a flow opens nothing.",
        Sources = [Source.AwsSecurityGroups],
        Fix = "Write where the flow starts and ends, and tcp or udp with ports, icmp: true, or all: true.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var flow in FlowView.Of(context))
        {
            var (from, to) = (flow.Path["from"], flow.Path["to"]);
            if (flow.From.Count == 0 || flow.To.Count == 0)
            {
                var empty = flow.From.Count == 0 ? from : to;
                yield return new Violation($"{context.FormatPath(empty)} is empty", empty);
            }

            if (flow.Flow is { Tcp.Count: 0, Udp.Count: 0, Icmp: false, All: false })
            {
                yield return new Violation($"{context.FormatPath(flow.Path)} has no tcp, udp, icmp or all", flow.Path);
            }
        }
    }
}
