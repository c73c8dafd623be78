using S2SVpn.Design.Findings;

namespace S2SVpn.App.Reports;

/// <summary>How findings are shown in a terminal.</summary>
internal sealed record FindingTextOptions
{
    /// <summary>The columns of the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether to use ANSI colours.</summary>
    public bool Color { get; init; }

    /// <summary>Why a finding of a code stands in the way; null where nobody knows.</summary>
    public Func<string, string?> Why { get; init; } = code => ReadingCodes.All.FirstOrDefault(one => one.Code == code)?.Why;

    /// <summary>The command that tells more about a code, such as <c>rules X001</c>; null for no such line.</summary>
    public Func<string, string?> More { get; init; } = _ => null;
}
