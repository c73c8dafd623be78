using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class DeadPeerTimeout : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS014",
        Level = FindingLevel.Error,
        Title = "AWS waits at least 30 seconds for a silent peer",
        Why = "AWS refuses a shorter time when it makes the connection.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write tunnels.dpd.timeout of 30s or more. Azure may have a shorter one in tunnels.dpd.azureTimeout.",
    };

    private const int Least = 30;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from dpd in link.Options("dpd", all => all.Dpd, own => own.Dpd)
        where dpd.Value.Timeout.Seconds < Least
        let path = dpd.Path["timeout"]
        select new Violation(
            $"{context.FormatPath(path)} {dpd.Value.Timeout.Written} is shorter than the {new Duration(Least)} that AWS waits at least", path);
}
