using System.Diagnostics.CodeAnalysis;

namespace S2SVpn.Design.Request.Shapes;

internal sealed class FlagShape : ScalarShape
{
    public override string MismatchPhrase => "is not true or false";

    public override string Example => "true";

    public override bool TryRead(
        string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? reason)
    {
        // The three spellings of YAML's core schema.
        value = text switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        };
        reason = value is null ? MismatchPhrase : null;
        return value is not null;
    }

    public override string Write(object value) => (bool)value ? "true" : "false";
}
