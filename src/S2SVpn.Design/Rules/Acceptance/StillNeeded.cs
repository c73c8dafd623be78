namespace S2SVpn.Design.Rules.Acceptance;

public sealed class StillNeeded : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X192",
        Level = FindingLevel.Warning,
        Title = "What is accepted is found, and accepted once",
        Why = "An acceptance that is left over would hide the warning when it comes back for another reason.",
        Sources = [],
        Fix = "Take the acceptance out.",
    };

    internal override bool ComesLast => true;

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        var found = context.Found.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
        var first = new HashSet<string>(StringComparer.Ordinal);
        foreach (var acceptance in AcceptanceView.Of(context).Where(acceptance => acceptance.Rule?.Facts.Level == FindingLevel.Warning))
        {
            if (!found.Contains(acceptance.Code))
            {
                yield return new Fault($"{context.Say(acceptance.Path)} {acceptance.Code} is accepted, but not found", acceptance.Path);
            }
            else if (!first.Add(acceptance.Code))
            {
                yield return new Fault($"{context.Say(acceptance.Path)} {acceptance.Code} is accepted already", acceptance.Path);
            }
        }
    }
}
