using S2SVpn.Design.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace S2SVpn.Design.Request.Reading;

/// <summary>YAML's events, with what is wrong in the file as a <see cref="ParseAbortedException"/>.</summary>
internal sealed class EventStream
{
    private readonly SourceText _source;
    private readonly EnvExpressionEscaper _shield;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Stack<ParsingEvent> _open = new();

    public EventStream(SourceText source)
    {
        _source = source;
        _shield = EnvExpressionEscaper.Over(source.Text);
        _scanner = new Scanner(new StringReader(_shield.Text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    public ParsingEvent Next()
    {
        var next = Move();
        if (next is MappingStart or SequenceStart)
        {
            _open.Push(next);
        }
        else if (next is MappingEnd or SequenceEnd)
        {
            _open.TryPop(out _);
        }

        return next;
    }

    /// <summary>What to say of an event that can't come here, which the parser gives for some broken input.</summary>
    public ParseAbortedException OutOfPlace(ParsingEvent at) => YamlErrorExplainer.Explain(_source, at.Start.Index, "", OpenBracket());

    /// <summary>A scalar's text as it is written.</summary>
    public string Text(Scalar scalar) => _shield.Remove(scalar.Value);

    public SourceSpan Span(ParsingEvent at) => Span(at, at);

    // The end of a flow map or list is marked in front of its bracket.
    public SourceSpan Span(ParsingEvent first, ParsingEvent last) =>
        _source.Span(first.Start.Index, last.End.Index + (last is MappingEnd or SequenceEnd ? 1 : 0));

    private ParsingEvent Move()
    {
        try
        {
            if (_parser.MoveNext() && _parser.Current is { } current)
            {
                return current;
            }
        }
        catch (YamlException error)
        {
            throw YamlErrorExplainer.Explain(_source, error.Start.Index, error.Message, OpenBracket());
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // Some broken input trips the scanner itself, such as a bracket that is never closed.
        }

        throw YamlErrorExplainer.Explain(_source, _scanner.CurrentPosition.Index, "", OpenBracket());
    }

    private int? OpenBracket() => _open
        .Where(start => start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow })
        .Select(start => (int?)start.Start.Index)
        .FirstOrDefault();
}
