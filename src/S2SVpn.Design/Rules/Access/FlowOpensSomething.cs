using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Access;

public sealed class FlowOpensSomething : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X123",
        Level = FindingLevel.Error,
        Title = "A flow says who may reach whom, and by what",
        Why = "Without ends or a protocol nothing is opened.",
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
                yield return new Violation($"{context.FormatPath(flow.Path)} names neither tcp, udp, icmp nor all", flow.Path);
            }
        }
    }
}
