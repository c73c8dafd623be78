using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

internal sealed class StillNeeded : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X192",
        Level = FindingLevel.Warning,
        Title = "An accepted warning occurs, and is accepted once",
        Why = "A leftover acceptance would hide the warning when it returns for another reason.",
        Sources = [],
        Fix = "Remove the acceptance.",
    };

    internal override bool ComesLast => true;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var found = context.Found.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
        var first = new HashSet<string>(StringComparer.Ordinal);
        foreach (var acceptance in AcceptanceView.Of(context))
        {
            var why = acceptance.Rule?.Facts.Level != FindingLevel.Warning ? null
                : !found.Contains(acceptance.Code) ? "is accepted, but does not occur"
                : !first.Add(acceptance.Code) ? "is already accepted"
                : null;
            if (why is not null)
            {
                yield return new Violation($"{context.FormatPath(acceptance.Path)} {acceptance.Code} {why}", acceptance.Path);
            }
        }
    }
}
