using System.Diagnostics.CodeAnalysis;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>A value that parses itself.</summary>
internal abstract class ParsedShape(Type type) : ScalarShape
{
    public Type Type => type;

    public abstract string Pattern { get; }

    /// <summary>Whether a number without quotes can be one.</summary>
    public bool TakesNumbers => TryRead("1", out _, out _);

    public override string Code => ReadingCodes.Illegal;

    public override string MismatchPhrase => TryRead("", out _, out var reason) ? "is not a valid value" : reason;
}

internal sealed class ParsedShape<T>() : ParsedShape(typeof(T))
    where T : IParsed<T>
{
    /// <summary>Longer than any good word.</summary>
    private const int Longest = 300;

    public override string Pattern => T.Pattern;

    public override string Example => T.Example;

    public override bool TryRead(
        string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? reason)
    {
        var good = T.TryParse(text.Length <= Longest ? text : "", out var parsed, out reason);
        value = parsed;
        return good;
    }

    public override string Write(object value) => value.ToString()!;
}
