using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Rules;

/// <summary>All rules, and what they find in a request.</summary>
public static class RuleBook
{
    /// <summary>Every rule, by code: AWS's, Azure's, then those of both.</summary>
    public static ValueList<Rule> All { get; } = typeof(Rule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
        .Select(type => (Rule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.Facts.Code, StringComparer.Ordinal)
        .ToValueList();

    /// <summary>The rule with that code, in any case of letters; null when there is none.</summary>
    public static Rule? Find(string code) =>
        All.FirstOrDefault(rule => string.Equals(rule.Facts.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everything that is wrong with a request, in the order of its file.</summary>
    public static ValueList<Finding> Check(RequestDocument document)
    {
        var context = new RuleContext(document);
        List<Finding> found = [.. All.Where(rule => rule is { ComesLast: false, NeedsPlan: false }).SelectMany(rule => Findings(rule, context))];
        if (!found.Exists(finding => finding.Stops))
        {
            found.AddRange(All.Where(rule => rule.NeedsPlan).SelectMany(rule => Findings(rule, context)));
        }

        context.Found = [.. found];
        found.AddRange(All.Where(rule => rule.ComesLast).SelectMany(rule => Findings(rule, context)));

        var reasons = Reasons(document.Request);
        return found
            .Select(finding => finding.Stops
                ? finding
                : finding with { AcceptedBecause = reasons.GetValueOrDefault(finding.Code) is { } reason ? SecretWords.Masked(reason) : null })
            .OrderBy(finding => finding.Place.Span.Line)
            .ThenBy(finding => finding.Place.Span.Column)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>Everything that is wrong with a request that was written in code, so that no line of a file can be named.</summary>
    public static ValueList<Finding> Check(VpnRequest request) =>
        Check(new RequestDocument(request, new SourceMap.Builder(new SourceSpan("request", 1, 1, 0)).Build()));

    private static IEnumerable<Finding> Findings(Rule rule, RuleContext context) =>
        rule.Check(context).Select(violation => new Finding
        {
            Code = rule.Facts.Code,
            Level = rule.Facts.Level,
            Message = violation.Message,
            Fix = violation.Fix ?? rule.Facts.Fix,
            Places = Places(violation, context.Sources),
        });

    // What is a default is nowhere to be seen; it is shown in its parent's place only where nothing else can be.
    private static ValueList<FindingPlace> Places(Violation violation, SourceMap sources)
    {
        var written = violation.Places.Where(sources.IsWritten).ToValueList();
        return (written.Count > 0 ? written : [violation.Places[0]]).Select(sources.Locate).Distinct().ToValueList();
    }

    private static Dictionary<string, string> Reasons(VpnRequest request) => request.Accept
        .GroupBy(acceptance => acceptance.Rule, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Because, StringComparer.Ordinal);
}
