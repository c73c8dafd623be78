using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>An acceptance as the rules about them look at it.</summary>
/// <param name="Code">The code that it accepts.</param>
/// <param name="Path">Where that is written.</param>
/// <param name="Because">The reason.</param>
internal sealed record AcceptanceView(string Code, RequestPath Path, Located<string> Because)
{
    private const string ReadingPrefix = "REQ";

    /// <summary>Whether it means a finding of reading; all of those are errors.</summary>
    public bool IsReading => Code.StartsWith(ReadingPrefix, StringComparison.Ordinal);

    public Rule? Rule => RuleBook.Find(Code);

    public static IEnumerable<AcceptanceView> Of(RuleContext context) => context.Request.Accept.Select((acceptance, index) =>
    {
        var path = RequestPath.Root["accept"][index];
        return new AcceptanceView(acceptance.Rule, path["rule"], new Located<string>(acceptance.Because, path["because"]));
    });
}
