using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

public sealed class AccelerationWithAzure : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X022",
        Level = FindingLevel.Warning,
        Title = "AWS's acceleration is not used with Azure",
        Why = "Accelerated tunnels want the other end to start every rekey, which Azure can't be told. Between "
            + "two clouds the way is on their own networks for the most part, so there is little to gain.",
        Sources = [Source.AwsAcceleration],
        Fix = "Leave tunnels.acceleration out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Link.Link.Tunnels.Acceleration && resolved.Azure.IsManaged
        let path = resolved.Link.At("tunnels.acceleration")
        select new Violation($"{context.FormatPath(path)} wants Azure to start every rekey, which it does not promise", path);
}
