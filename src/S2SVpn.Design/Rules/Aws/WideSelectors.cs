using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class WideSelectors : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS022",
        Level = FindingLevel.Warning,
        Title = "The traffic selectors let any traffic in",
        Why = "Azure's gateway is route-based and proposes 0.0.0.0/0 on both sides. An AWS tunnel with narrower "
            + "networks then comes up for a part of the traffic, or not at all.",
        Sources =
        [
            Source.AwsProvider,
            new(
                "github.com/ministryofjustice/modernisation-platform/pull/2923",
                "A migration to Azure that had to go back to 0.0.0.0/0"),
        ],
        Fix = "Leave selectors out and filter with access.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged && link.Link.Selectors.Any(selector =>
            selector.Aws.Concat(selector.Azure).Any(cidr => cidr != Cidr.Any))
        let path = link.At("selectors")
        select new Violation($"{context.FormatPath(path)} is narrower than {Cidr.Any} on both sides", path);
}
