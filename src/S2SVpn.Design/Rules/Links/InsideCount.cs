using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

public sealed class InsideCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X118",
        Level = FindingLevel.Error,
        Title = "Networks given for the inside are as many as the tunnels",
        Why = "Which tunnel has which network is fixed by the order, so there has to be one for each.",
        Sources = [Source.AzureTutorial],
        Fix = "Write one /30 for each tunnel, in the order 1.1, 1.2, 2.1, 2.2, or leave inside out and give the "
            + "link a slot.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        let count = joint.Link.Link.Inside.Count
        where count > 0 && count != joint.TunnelCount
        let path = joint.Link.At("inside")
        select new Fault(
            $"{context.Say(path)} has {Phrase.Count(count, "network")} for {Phrase.Count(joint.TunnelCount, "tunnel")}: "
            + string.Join(", ", joint.Tunnels.Select(tunnel => $"{tunnel.Connection}.{tunnel.Tunnel}")),
            path);
}
