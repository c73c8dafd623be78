namespace S2SVpn.Design.Findings;

/// <summary>A place in a file: one line, a column and a length, counted from 1 as editors do.</summary>
public readonly record struct SourceSpan(string File, int Line, int Column, int Length)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
