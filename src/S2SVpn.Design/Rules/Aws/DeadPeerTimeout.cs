using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class DeadPeerTimeout : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS014",
        Level = FindingLevel.Error,
        Title = "AWS's dead peer timeout is at least 30 seconds",
        Why = "AWS rejects a shorter timeout when it creates the connection.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write tunnels.dpd.timeout of 30s or more. Azure's own timeout, tunnels.dpd.azureTimeout, may be shorter.",
    };

    private const int Least = 30;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from timeout in link.Options("dpd.timeout", all => all.Dpd.Timeout, own => own.Dpd?.Timeout)
        where timeout.Value.Seconds < Least
        select new Violation(
            $"{context.FormatPath(timeout.Path)} {timeout.Value.Written} is shorter than AWS's minimum of {new Duration(Least)}", timeout.Path);
}
