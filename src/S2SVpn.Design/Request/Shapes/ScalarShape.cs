using System.Diagnostics.CodeAnalysis;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>One value, written as one word or text.</summary>
internal abstract class ScalarShape : Shape
{
    public override bool TakesScalar => true;

    /// <summary>The code of the finding about a value that is none.</summary>
    public virtual string Code => ReadingCodes.WrongType;

    public abstract bool TryRead(
        string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? reason);

    public abstract string Write(object value);

    /// <summary>The same, with quotes where YAML would read it as something else.</summary>
    public virtual string WriteYaml(object value) => Quoting.Word(Write(value));
}
