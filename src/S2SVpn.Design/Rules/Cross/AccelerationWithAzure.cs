using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class AccelerationWithAzure : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X022",
        Level = FindingLevel.Warning,
        Title = "Acceleration is not used with Azure",
        Why = "Accelerated tunnels need the other end to start every rekey, which can't be configured in Azure. Between "
            + "two clouds most of the path is on the providers' own networks, so there is little to gain.",
        Sources = [Source.AwsAcceleration],
        Fix = "Leave tunnels.acceleration out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Link.Link.Tunnels.Acceleration && resolved.Azure.IsManaged
        let path = resolved.Link.At("tunnels.acceleration")
        select new Violation($"{context.FormatPath(path)} needs Azure to start every rekey, which Azure does not guarantee", path);
}
