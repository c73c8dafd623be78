using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Access;

internal sealed class FlowCrosses : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X122",
        Level = FindingLevel.Error,
        Title = "An access flow goes from one cloud to the other over a link",
        Why = "The flow opens nothing: traffic within a cloud does not use the VPN, and without a link there is "
            + "no tunnel to use.",
        Sources = [Source.AwsSecurityGroups],
        Fix = "Write an end in AWS and an end in Azure whose sites have a link.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var flow in FlowView.Of(context))
        {
            // What is wrong with one side is mostly wrong with the other as well.
            var violations = Lost(context, flow.From, flow.To).ToList();
            foreach (var violation in violations.Count > 0 ? violations : Lost(context, flow.To, flow.From))
            {
                yield return violation;
            }
        }
    }

    // An end that is not known is X121's.
    private static IEnumerable<Violation> Lost(RuleContext context, ValueList<FlowEndView> here, ValueList<FlowEndView> there) =>
        from end in here
        where end.Sites.Count > 0 && there.Any(other => other.Sites.Count > 0)
            && !end.Sites.Any(site => there.Any(other => other.Sites.Any(site.IsLinkedTo)))
        select new Violation(
            $"{context.FormatPath(end.Path)} {end.End} has no link to {Phrase.Or(there.Select(other => other.End.ToString()))}",
            [end.Path, .. there.Select(other => other.Path)]);
}
