using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>One of an enum's words, in letters of any case.</summary>
internal sealed class WordShape(Type type) : ScalarShape
{
    public Type Type => type;

    public ValueList<EnumWord> All { get; } = Words.All(type);

    public override string Code => ReadingCodes.UnknownWord;

    public override string MismatchPhrase => $"is not one of {string.Join(", ", All.Select(word => word.Word))}";

    public override string Example => All[0].Word;

    public override bool TryRead(
        string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? reason)
    {
        value = All.FirstOrDefault(word => word.Also.Prepend(word.Word).Contains(text, StringComparer.OrdinalIgnoreCase))?.Value;
        reason = value is null ? MismatchPhrase : null;
        return value is not null;
    }

    /// <summary>What to write in place of a word of a cloud's own that is none of these; null where nothing better is known than the choices.</summary>
    public string? Advice(string text) => type.GetCustomAttributes<AdviceAttribute>()
        .FirstOrDefault(advice => text.StartsWith(advice.Start, StringComparison.OrdinalIgnoreCase))?.Advice;

    public override string Write(object value) => Words.Of((Enum)value);
}
