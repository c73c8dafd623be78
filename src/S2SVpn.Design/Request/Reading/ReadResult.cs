using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>What reading gives.</summary>
/// <param name="Document">The request; null where anything stopped its reading.</param>
/// <param name="Findings">All that is wrong, in the order of the file.</param>
public sealed record ReadResult(RequestDocument? Document, ValueList<Finding> Findings)
{
    /// <summary>What was read, to show the lines of findings.</summary>
    public string Text { get; init; } = "";
}
