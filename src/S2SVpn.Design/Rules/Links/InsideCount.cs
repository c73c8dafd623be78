using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class InsideCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X118",
        Level = FindingLevel.Error,
        Title = "There is one inside network for each tunnel",
        Why = "The order decides which tunnel gets which network, so there must be one for each.",
        Sources = [Source.AzureTutorial],
        Fix = "Write one /30 for each tunnel, in the order 1.1, 1.2, 2.1, 2.2, or leave inside out and give the "
            + "link a slot.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        let count = resolved.Link.Link.Inside.Count
        where count > 0 && count != resolved.TunnelCount
        let path = resolved.Link.At("inside")
        select new Violation(
            $"{context.FormatPath(path)} has {Phrase.Count(count, "network")} for {Phrase.Count(resolved.TunnelCount, "tunnel")}: "
            + string.Join(", ", resolved.Tunnels.Select(tunnel => $"{tunnel.Connection}.{tunnel.Tunnel}")),
            path);
}
