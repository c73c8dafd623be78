using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Ends the reading of a file at once. Never leaves this namespace.</summary>
internal sealed class ParseAbortedException(string code, SourceSpan span, string message, string fix) : Exception(message)
{
    public string Code => code;

    public SourceSpan Span => span;

    public string Fix => fix;
}

/// <summary>Ends the reading of a file that has more wrong than anybody reads.</summary>
internal sealed class FindingLimitException : Exception;
