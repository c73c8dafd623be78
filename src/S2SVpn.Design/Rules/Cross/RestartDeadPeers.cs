using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class RestartDeadPeers : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X024",
        Level = FindingLevel.Warning,
        Title = "AWS restarts a dead tunnel",
        Why = "With any other action a lost tunnel stays down until the other end has traffic to send.",
        Sources = [Source.AwsTunnels],
        Fix = "Leave tunnels.dpd.action out (restart).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from action in link.Options("dpd.action", all => all.Dpd.Action, own => own.Dpd?.Action)
        where action.Value != DpdAction.Restart
        select new Violation($"{context.FormatPath(action.Path)} {Words.Of(action.Value)} leaves a lost tunnel down", action.Path) { Fix = $"Leave {context.FormatPath(action.Path)} out (restart)." };
}
