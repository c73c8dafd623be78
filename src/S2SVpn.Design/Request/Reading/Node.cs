using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>A value of the file. One that aliases repeat is there once.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="IsBlock">Whether it is spread over lines, so that its key shows it better than its first line.</param>
/// <param name="Size">How many values it holds, itself included, with aliases followed; more for a long text.</param>
/// <param name="Height">How many levels of values are below it.</param>
internal abstract record Node(SourceSpan Span, bool IsBlock, long Size, int Height)
{
    /// <summary>What it is, in words.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether nothing is given, as in <c>owner:</c>.</summary>
    public virtual bool IsNull => false;
}

/// <summary>One value, plain where it stands without quotes.</summary>
internal sealed record ScalarNode(SourceSpan Span, string Text, bool Plain) : Node(Span, false, 1 + (Text.Length / Limits.CharactersPerValue), 0)
{
    /// <summary>Whether aliases may repeat it, so that it may stand for a key in another place.</summary>
    public bool IsAnchored { get; init; }

    public override string Kind => "one value";

    public override bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record ListNode(SourceSpan Span, bool IsBlock, long Size, int Height, IReadOnlyList<Node> Items)
    : Node(Span, IsBlock, Size, Height)
{
    public override string Kind => "a list";
}

/// <summary>Each key once; what is given again of a key is a repeat.</summary>
internal sealed record MapNode(
    SourceSpan Span, bool IsBlock, long Size, int Height, IReadOnlyList<MapEntry> Entries, IReadOnlyList<RepeatedKey> Repeats)
    : Node(Span, IsBlock, Size, Height)
{
    public override string Kind => "a map";

    public static MapNode Empty(SourceSpan span) => new(span, false, 1, 0, [], []);
}

internal sealed record MapEntry(ScalarNode Key, Node Value)
{
    /// <summary>The place that shows the value best.</summary>
    public SourceSpan Span => Value.IsBlock || Value.IsNull ? Key.Span : Value.Span;
}

/// <summary>A key that stands in its map already.</summary>
internal sealed record RepeatedKey(ScalarNode Key, ScalarNode First);
