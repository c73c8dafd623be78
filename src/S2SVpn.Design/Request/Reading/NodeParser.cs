using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Makes nodes of YAML's events, and stops at once where a limit is passed.</summary>
internal sealed class NodeParser
{
    private readonly SourceText _source;
    private readonly EnvShield _shield;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private long _values;

    private NodeParser(SourceText source)
    {
        _source = source;
        _shield = EnvShield.Over(source.Text);
        _parser = new Parser(new Scanner(new StringReader(_shield.Text), skipComments: true));
    }

    public static Node? Parse(SourceText source, Complaints complaints)
    {
        try
        {
            SyntaxTrouble.CheckSigns(source);
            return new NodeParser(source).Document(complaints);
        }
        catch (StopReading stop)
        {
            complaints.Add(stop.Code, stop.Message, stop.Fix, new FindingPlace("", stop.Span));
        }
        catch (YamlException error)
        {
            complaints.Add(SyntaxTrouble.Explain(source, error));
        }

        return null;
    }

    private Node? Document(Complaints complaints)
    {
        Next<StreamStart>();
        if (Next<ParsingEvent>() is not DocumentStart)
        {
            throw Empty();
        }

        var root = Value(Next<ParsingEvent>(), 0);
        Next<DocumentEnd>();
        if (root is ScalarNode { IsNull: true })
        {
            throw Empty();
        }

        if (Next<ParsingEvent>() is DocumentStart second)
        {
            complaints.Add(
                ReadingCodes.SeveralDocuments, "a second document starts here, and a request is one",
                "Put it into a file of its own, or remove the line with ---.",
                new FindingPlace("", _source.RestOfLine(second.Start.Index)));
        }

        return root;
    }

    private Node Value(ParsingEvent next, int depth)
    {
        if (depth > Limits.Depth)
        {
            throw TooDeep(next);
        }

        if (next is AnchorAlias alias)
        {
            return Repeat(alias, depth);
        }

        var start = (NodeEvent)next;
        Count(start, 1);
        CheckTag(start);
        var anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        Node node = start switch
        {
            Scalar scalar => Word(scalar),
            SequenceStart list => List(list, depth),
            MappingStart map => Map(map, depth),
            _ => throw new InvalidOperationException($"{start} is no value."),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private ListNode List(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        ParsingEvent next;
        for (next = Next<ParsingEvent>(); next is not SequenceEnd; next = Next<ParsingEvent>())
        {
            items.Add(Value(next, depth + 1));
        }

        return new ListNode(
            Span(start, next), start.Style != SequenceStyle.Flow, 1 + items.Sum(item => item.Size),
            1 + items.Select(item => item.Height).DefaultIfEmpty(-1).Max(), items);
    }

    private MapNode Map(MappingStart start, int depth)
    {
        var entries = new MapEntries();
        ParsingEvent next;
        for (next = Next<ParsingEvent>(); next is not MappingEnd; next = Next<ParsingEvent>())
        {
            var key = Value(next, depth + 1) as ScalarNode ?? throw new StopReading(
                ReadingCodes.Syntax, Span(next, next), "a key is a map or a list, and has to be one word",
                "Write each key as a word with a colon behind it; put quotes around a value that starts with { or [.");
            entries.Add(key, Value(Next<ParsingEvent>(), depth + 1));
        }

        var map = entries.Build(Span(start, next), start.Style != MappingStyle.Flow);
        Count(start, entries.Merged);
        return map;
    }

    private ScalarNode Word(Scalar scalar)
    {
        var span = Span(scalar, scalar);
        return scalar.Value.Length <= Limits.Value
            ? new ScalarNode(span, _shield.Remove(scalar.Value), scalar.Style == ScalarStyle.Plain)
            : throw new StopReading(
                ReadingCodes.TooBig, span, $"a text of {scalar.Value.Length} characters is longer than {Limits.Value}",
                "Shorten it.");
    }

    private Node Repeat(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node) || node is null)
        {
            throw new StopReading(
                ReadingCodes.BadAlias, Span(alias, alias),
                node is null && _anchors.ContainsKey(alias.Value.Value)
                    ? "an alias stands inside the value that it repeats"
                    : "an alias has no anchor of its name above it",
                "Mark a value above with &name to repeat it with *name; put quotes around a text that starts with *.");
        }

        Count(alias, node.Size);
        return depth + node.Height <= Limits.Depth ? node : throw TooDeep(alias);
    }

    private void CheckTag(NodeEvent start)
    {
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific
            && start.Tag.Value is not ("tag:yaml.org,2002:str" or "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float"
                or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" or "tag:yaml.org,2002:map" or "tag:yaml.org,2002:seq"))
        {
            throw new StopReading(
                ReadingCodes.Syntax, Span(start, start), "a value has a tag of its own (!name), and a request has none",
                "Remove the tag; put quotes around a text that starts with an exclamation mark.");
        }
    }

    private void Count(ParsingEvent at, long values)
    {
        _values += values;
        if (_values > Limits.Values)
        {
            throw new StopReading(
                ReadingCodes.TooBig, Span(at, at), $"the file holds more than {Limits.Values} values, with aliases followed",
                "Remove what repeats itself without need; split very many sites over several requests.");
        }
    }

    private T Next<T>()
        where T : ParsingEvent =>
        _parser.MoveNext() && _parser.Current is T current
            ? current
            : throw new InvalidOperationException($"YAML's events end in {_parser.Current}.");

    // The end of a flow map or list is marked in front of its bracket.
    private SourceSpan Span(ParsingEvent first, ParsingEvent last) =>
        _source.Span(first.Start.Index, last.End.Index + (last is MappingEnd or SequenceEnd ? 1 : 0));

    private StopReading TooDeep(ParsingEvent at) => new(
        ReadingCodes.TooDeep, Span(at, at), $"values are nested more than {Limits.Depth} levels deep",
        "Check the indentation and the brackets above; no key of a request is that deep.");

    private StopReading Empty() => new(
        ReadingCodes.Empty, _source.Span(0, 0), "the file holds no request",
        "Write at least name, aws with region and network, and azure with location and network.");
}
