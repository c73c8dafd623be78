using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

public sealed class StaticUsesOneTunnel : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X016",
        Level = FindingLevel.Warning,
        Title = "Links with several tunnels are routed by BGP",
        Why = "Azure takes connections with the same static networks, but sends over one of them, and AWS over "
            + "one tunnel of its own choice. The way there and the way back may differ, and the other tunnels "
            + "only wait.",
        Sources =
        [
            Source.AzureHighlyAvailable,
            Source.AwsRouting,
            new("github.com/MicrosoftDocs/azure-docs/issues/104928", "Two static connections, one of them used"),
        ],
        Fix = "Leave routing out for BGP, or accept this where one active path is enough.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Link.IsBgp && resolved.TunnelCount > 1
        let path = resolved.Link.At("routing")
        select new Violation($"{context.FormatPath(path)} static sends over one of {resolved.TunnelCount} tunnels only", path);
}
