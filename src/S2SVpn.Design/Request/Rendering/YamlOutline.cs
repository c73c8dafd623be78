using S2SVpn.Design.Request.Reading;
using YamlDotNet.Core.Events;

namespace S2SVpn.Design.Request.Rendering;

/// <summary>What stands where in a text, as far as it can be read.</summary>
internal sealed class YamlOutline
{
    private readonly Stack<OutlineNode> _open = new();
    private readonly Dictionary<string, OutlineNode> _anchors = new(StringComparer.Ordinal);
    private readonly List<OutlineNode> _roots = [];

    private YamlOutline(SourceText source)
    {
        try
        {
            if (source.Text.Length <= Limits.Characters)
            {
                Read(new EventStream(source), source.Text);
            }
        }
        catch (ParseAbortedException)
        {
            // The finding says why; the rest is judged by its lines.
        }

        foreach (var node in _open)
        {
            (node.IsOpen, node.To) = (true, source.Text.Length);
        }
    }

    /// <summary>The text's documents; a request should be one.</summary>
    public IReadOnlyList<OutlineNode> Roots => _roots;

    /// <summary>Up to where the text could be read.</summary>
    public int End { get; private set; }

    public static YamlOutline Of(SourceText source) => new(source);

    // The time that the parser takes grows with the square of the depth. Deeper than any request is, all is hidden without it.
    private void Read(EventStream events, string text)
    {
        for (var next = events.Next(); next is not StreamEnd; next = events.Next())
        {
            End = Math.Max(End, (int)next.End.Index);
            switch (next)
            {
                case MappingStart or SequenceStart:
                    var node = new OutlineNode { From = (int)next.Start.Index, To = (int)next.End.Index, IsMap = next is MappingStart };
                    Add(node, ((NodeEvent)next).Anchor.IsEmpty ? null : ((NodeEvent)next).Anchor.Value);
                    _open.Push(node);
                    if (_open.Count > Limits.Depth + 1)
                    {
                        return;
                    }

                    break;
                // The end of a flow map or list is marked in front of its bracket.
                case MappingEnd or SequenceEnd when _open.TryPop(out var closed):
                    closed.To = (int)next.End.Index + 1;
                    break;
                case Scalar scalar:
                    Add(new OutlineNode { From = Before(text, scalar), To = (int)scalar.End.Index, Text = events.Text(scalar) }, scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value);
                    break;
                case AnchorAlias alias:
                    Add(new OutlineNode { From = (int)alias.Start.Index, To = (int)alias.End.Index, IsAlias = true, Target = _anchors.GetValueOrDefault(alias.Value.Value) }, null);
                    break;
            }
        }
    }

    // A value starts at its tag, but behind its anchor.
    private static int Before(string text, Scalar scalar)
    {
        var start = Math.Min((int)scalar.Start.Index, text.Length);
        return scalar.Anchor.IsEmpty ? start : Math.Min(start, text.LastIndexOf($"&{scalar.Anchor.Value}", start, StringComparison.Ordinal) is >= 0 and var anchor ? anchor : start);
    }

    private void Add(OutlineNode node, string? anchor)
    {
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        (_open.TryPeek(out var parent) ? parent.Parts : _roots).Add(node);
    }
}
