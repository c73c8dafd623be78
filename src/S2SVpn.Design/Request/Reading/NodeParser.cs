using S2SVpn.Design.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Makes nodes of YAML's events.</summary>
internal sealed class NodeParser
{
    private readonly SourceText _source;
    private readonly EventStream _events;
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private readonly Budget _budget;
    private int _inAnchors;

    private NodeParser(SourceText source)
    {
        _source = source;
        _events = new EventStream(source);
        _budget = new Budget(_events);
    }

    public static Node? Parse(SourceText source, FindingCollector collector)
    {
        try
        {
            IllegalCharacterCheck.Check(source);
            return new NodeParser(source).Document(collector);
        }
        catch (ParseAbortedException stop)
        {
            collector.Add(stop.Code, stop.Message, stop.Fix, new FindingPlace("", stop.Span));
            return null;
        }
    }

    private Node Document(FindingCollector collector)
    {
        _events.Next();
        if (_events.Next() is not DocumentStart)
        {
            throw Empty();
        }

        var root = Value(_events.Next(), 0);
        var end = _events.Next();
        if (end is not DocumentEnd)
        {
            throw _events.OutOfPlace(end);
        }

        if (root is ScalarNode { IsNull: true })
        {
            throw Empty();
        }

        if (_events.Next() is DocumentStart second)
        {
            collector.Add(
                ReadingCodes.SeveralDocuments, "a second document starts here; a request is a single document",
                "Move it to its own file, or remove the line with ---.",
                new FindingPlace("", _source.RestOfLine(second.Start.Index)));
        }

        return root;
    }

    private Node Value(ParsingEvent next, int depth)
    {
        _budget.CheckDepth(next, depth);
        if (next is AnchorAlias alias)
        {
            return Repeat(alias, depth);
        }

        if (next is not NodeEvent start)
        {
            throw _events.OutOfPlace(next);
        }

        _budget.Spend(start, 1);
        CheckTag(start);
        if (start.Anchor.IsEmpty)
        {
            return Value(start, depth);
        }

        _anchors[start.Anchor.Value] = null;
        _inAnchors++;
        var node = Value(start, depth);
        _inAnchors--;
        return _anchors[start.Anchor.Value] = node;
    }

    private Node Value(NodeEvent start, int depth) => start switch
    {
        SequenceStart list => List(list, depth),
        MappingStart map => Map(map, depth),
        _ => Word((Scalar)start),
    };

    private ListNode List(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        ParsingEvent next;
        for (next = _events.Next(); next is not SequenceEnd; next = _events.Next())
        {
            items.Add(Value(next, depth + 1));
        }

        return new ListNode(
            _events.Span(start, next), start.Style != SequenceStyle.Flow, 1 + items.Sum(item => item.Size),
            1 + items.Select(item => item.Height).DefaultIfEmpty(-1).Max(), items);
    }

    private MapNode Map(MappingStart start, int depth)
    {
        var entries = new MapEntries();
        ParsingEvent next;
        for (next = _events.Next(); next is not MappingEnd; next = _events.Next())
        {
            var key = Value(next, depth + 1) as ScalarNode ?? throw new ParseAbortedException(
                ReadingCodes.Syntax, _events.Span(next), "a key is a map or a list; it has to be a single word",
                "Write each key as a word followed by a colon; put quotes around a value that starts with { or [.");
            entries.Add(key, Value(_events.Next(), depth + 1));
        }

        var map = entries.Build(_events.Span(start, next), start.Style != MappingStyle.Flow);
        _budget.Spend(start, entries.Merged);
        return map;
    }

    private ScalarNode Word(Scalar scalar)
    {
        _budget.CheckLength(scalar);
        var word = new ScalarNode(_events.Span(scalar), _events.Text(scalar), scalar.Style == ScalarStyle.Plain) { IsAnchored = _inAnchors > 0 };
        _budget.Spend(scalar, word.Size - 1);
        return word;
    }

    private Node Repeat(AnchorAlias alias, int depth)
    {
        var known = _anchors.TryGetValue(alias.Value.Value, out var node);
        if (node is null)
        {
            throw new ParseAbortedException(
                ReadingCodes.BadAlias, _events.Span(alias),
                known ? "an alias is inside the value that it repeats" : "an alias has no anchor with its name above it",
                "Mark a value above with &name to repeat it with *name; put quotes around a text that starts with *.");
        }

        _budget.Spend(alias, node.Size);
        _budget.CheckDepth(alias, depth + node.Height);
        return node;
    }

    private void CheckTag(NodeEvent start)
    {
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific
            && start.Tag.Value is not ("tag:yaml.org,2002:str" or "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float"
                or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" or "tag:yaml.org,2002:map" or "tag:yaml.org,2002:seq"))
        {
            throw new ParseAbortedException(
                ReadingCodes.Syntax, _events.Span(start), "a value has a custom tag (!name), which is not supported",
                "Remove the tag; put quotes around a text that starts with an exclamation mark.");
        }
    }

    private ParseAbortedException Empty() => new(
        ReadingCodes.Empty, _source.Span(0, 0), "the file contains no request",
        "Write at least name, aws with region and network, and azure with location and network.");
}
