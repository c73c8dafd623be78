using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace S2SVpn.Design.Request.Shapes;

internal sealed class NumberShape : ScalarShape
{
    public override string MismatchPhrase => "is not a whole number";

    public override bool TryRead(
        string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? reason)
    {
        var good = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = good ? number : null;
        reason = good ? null : BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)
            ? $"is {(large.Sign < 0 ? $"less than {int.MinValue}" : $"more than {int.MaxValue}")}"
            : MismatchPhrase;
        return good;
    }

    public override string Write(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);
}
