using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class OneEndInitiates : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X013",
        Level = FindingLevel.Error,
        Title = "At least one end starts a tunnel",
        Why = "AWS waits with startup: add, and Azure waits with azureMode: responder-only, so the tunnel never comes up.",
        Sources = [Source.AwsInitiation, Source.AzureFaq],
        Fix = "Leave tunnels.startup out (start), or tunnels.azureMode (default).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var resolved in context.ResolvedLinks)
        {
            var link = resolved.Link;
            var stuck = resolved.Tunnels.Where(tunnel => Waits(link.Link.Tunnels.For(tunnel.Connection, tunnel.Tunnel))).ToList();
            var places = stuck.Select(tunnel => (
                Startup: link.OptionPath(tunnel.Connection, tunnel.Tunnel, "startup", own => own.Startup),
                Mode: link.OptionPath(tunnel.Connection, tunnel.Tunnel, "azureMode", own => own.AzureMode)));
            foreach (var (startup, mode) in places.Distinct())
            {
                yield return new Violation(
                    $"{context.FormatPath(startup)} is add and {context.FormatPath(mode)} is responder-only, so each end waits for the other",
                    startup, mode);
            }
        }
    }

    private static bool Waits(TunnelOptions options) =>
        options is { Startup: Startup.Add, AzureMode: ConnectionMode.ResponderOnly };
}
