using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class OverrideOfTunnel : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X119",
        Level = FindingLevel.Error,
        Title = "Options for a single tunnel name a tunnel of the link",
        Why = "They would be ignored.",
        Sources = [Source.AzureTutorial],
        Fix = "Use a tunnel of the link, or remove the options.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        let tunnels = resolved.Tunnels.Select(tunnel => $"{tunnel.Connection}.{tunnel.Tunnel}").ToList()
        from name in resolved.Link.Link.Tunnels.Each.Keys
        where !tunnels.Contains(name)
        let path = resolved.Link.At("tunnels.each")[name]
        select new Violation($"{context.FormatPath(path)} is not a tunnel of the link. Its tunnels: {Phrase.And(tunnels)}", path);
}
