using System.Globalization;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>Arguments that are numbers within bounds: the provider itself refuses any other, before a cloud is asked.</summary>
public abstract class NumberRanges : Refusal
{
    /// <summary>The bounds of each argument, by type and argument.</summary>
    private protected abstract IReadOnlyList<(string Type, string Argument, long First, long Last)> All { get; }

    internal override string? Why(RefusalContext context) =>
        (from each in All
         where each.Type == context.Type
         from value in context.Values.At(each.Argument)
         let number = NumberOf(value)
         where number < each.First || number > each.Last
         select string.Create(CultureInfo.InvariantCulture, $"expected {each.Argument} to be in the range ({each.First} - {each.Last}), got {number}")).FirstOrDefault();

    // AWS writes an ASN as a text.
    private static decimal? NumberOf(Value value) => value switch
    {
        NumberValue number => number.Number,
        TextValue text when decimal.TryParse(text.Text, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
