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
        from dpd in link.Options("dpd", all => all.Dpd, own => own.Dpd)
        where dpd.Value.Action != DpdAction.Restart
        let path = dpd.Path["action"]
        select new Violation($"{context.FormatPath(path)} {Words.Of(dpd.Value.Action)} leaves a lost tunnel down", path);
}
