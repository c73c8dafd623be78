using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class StaticUsesOneTunnel : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X016",
        Level = FindingLevel.Warning,
        Title = "Links with several tunnels use BGP",
        Why = "Azure accepts several connections with the same static networks but uses one of them, and AWS uses "
            + "one tunnel of its own choice. Routing may be asymmetric, and the other tunnels "
            + "stay idle.",
        Sources =
        [
            Source.AzureHighlyAvailable,
            Source.AwsRouting,
            new("github.com/MicrosoftDocs/azure-docs/issues/104928", "Two static connections, one of them used"),
        ],
        Fix = "Leave routing out for BGP, or accept this if one active path is enough.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Link.IsBgp && resolved.TunnelCount > 1
        let path = resolved.Link.At("routing")
        select new Violation($"{context.FormatPath(path)} is static, which uses only one of {resolved.TunnelCount} tunnels", path)
        {
            Fix = resolved.Link.NatRules.Any() ? "Accept this if one active path is enough: NAT needs static routes." : null,
        };
}
