namespace S2SVpn.Design.Rules.Access;

public sealed class FlowCrosses : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X122",
        Level = FindingLevel.Error,
        Title = "A flow crosses from one cloud to the other over a link",
        Why = "Nothing is opened for it: within a cloud nothing passes the VPN, and without a link there is "
            + "none to pass.",
        Sources = [Source.AwsSecurityGroups],
        Fix = "Write an end in AWS and an end in Azure whose sites have a link.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from flow in FlowView.Of(context)
        from side in new (ValueList<FlowEndView> Here, ValueList<FlowEndView> There)[] { (flow.From, flow.To), (flow.To, flow.From) }
        // An end that is not known is X121's.
        where side.There.Any(end => end.Sites.Count > 0)
        from end in side.Here
        where end.Sites.Count > 0 && !end.Sites.Any(site => side.There.Any(other => other.Sites.Any(site.IsLinkedTo)))
        select new Fault(
            $"{context.Say(end.Path)} {end.End} has no link to {Phrase.Or(side.There.Select(other => other.End.ToString()))}",
            [end.Path, .. side.There.Select(other => other.Path)]);
}
