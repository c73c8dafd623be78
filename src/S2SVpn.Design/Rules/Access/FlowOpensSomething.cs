namespace S2SVpn.Design.Rules.Access;

public sealed class FlowOpensSomething : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X123",
        Level = FindingLevel.Error,
        Title = "A flow says what may cross",
        Why = "Without a protocol nothing is opened.",
        Sources = [Source.AwsSecurityGroups],
        Fix = "Write tcp or udp with ports, icmp: true, or all: true.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from flow in FlowView.Of(context)
        where flow.Flow is { Tcp.Count: 0, Udp.Count: 0, Icmp: false, All: false }
        select new Fault($"{context.Say(flow.Path)} names neither tcp, udp, icmp nor all", flow.Path);
}
