namespace S2SVpn.Design.Findings;

/// <summary>A place in a file: one line, a column and a length, counted from 1 as editors do.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column of the first character, from 1.</param>
/// <param name="Length">How many characters.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int Length)
{
    /// <summary>The place as compilers write it, such as vpn.yaml:3:7.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
