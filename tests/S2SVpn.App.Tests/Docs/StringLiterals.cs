using System.Text;

namespace S2SVpn.App.Tests.Docs;

/// <summary>The string literals of C# source, each with … where it has a value.</summary>
internal sealed class StringLiterals
{
    private readonly string _source;
    private readonly List<string> _found = [];

    private StringLiterals(string source) =>
        _source = string.Join('\n', source.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    public static IReadOnlyList<string> Of(string file)
    {
        var literals = new StringLiterals(File.ReadAllText(file));
        literals.Code(0, end: null);
        return literals._found;
    }

    // To the end of the source, or of what stands in braces in a literal.
    private int Code(int at, char? end)
    {
        for (var depth = 0; at < _source.Length; at++)
        {
            switch (_source[at])
            {
                case '"':
                    at = Literal(at + 1, at > 0 && _source[at - 1] == '$');
                    break;
                case '\'':
                    at = _source.IndexOf('\'', at + (_source[at + 1] == '\\' ? 3 : 2));
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case var close when close == end && depth == 0:
                    return at;
                case ')' or ']' or '}':
                    depth--;
                    break;
            }
        }

        return at;
    }

    private int Literal(int at, bool hasValues)
    {
        var text = new StringBuilder();
        for (; _source[at] != '"'; at++)
        {
            if (_source[at] == '\\')
            {
                text.Append(_source[++at]);
            }
            else if (hasValues && _source[at] == '{')
            {
                text.Append('…');
                at = Code(at + 1, '}');
            }
            else
            {
                text.Append(_source[at]);
            }
        }

        _found.Add($"{text}");
        return at;
    }
}
