using S2SVpn.Design.Findings;

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

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var found = context.Found.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
        var first = new HashSet<string>(StringComparer.Ordinal);
        foreach (var acceptance in AcceptanceView.Of(context))
        {
            var why = acceptance.Rule?.Facts.Level != FindingLevel.Warning ? null
                : !found.Contains(acceptance.Code) ? "is accepted, but not found"
                : !first.Add(acceptance.Code) ? "is accepted already"
                : null;
            if (why is not null)
            {
                yield return new Violation($"{context.FormatPath(acceptance.Path)} {acceptance.Code} {why}", acceptance.Path);
            }
        }
    }
}
