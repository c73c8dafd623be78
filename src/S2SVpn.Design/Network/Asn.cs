using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace S2SVpn.Design.Network;

/// <summary>A BGP autonomous system number of 32 bits. 0 is none (RFC 7607).</summary>
public sealed record Asn : IParsed<Asn>, IComparable<Asn>
{
    public Asn(uint value)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value);
        Value = value;
    }

    static string IParsed<Asn>.Pattern => @"^[1-9]\d{0,9}$";

    static string IParsed<Asn>.Example => "64512";

    public uint Value { get; }

    /// <summary>Whether it needs 32 bits: AWS takes such a number in another field than a small one.</summary>
    public bool IsLarge => Value > int.MaxValue;

    /// <summary>Whether RFC 6996 sets it aside for private use.</summary>
    public bool IsPrivate => Value is (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294);

    public static bool operator <(Asn left, Asn right) => left.CompareTo(right) < 0;

    public static bool operator >(Asn left, Asn right) => left.CompareTo(right) > 0;

    public static bool operator <=(Asn left, Asn right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Asn left, Asn right) => left.CompareTo(right) >= 0;

    public static Asn Parse(string text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException($"'{text}' {reason}.");

    public static bool TryParse(
        string text, [MaybeNullWhen(false)] out Asn value, [NotNullWhen(false)] out string? reason)
    {
        var good = uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        value = good ? new Asn(number) : null;
        reason = good ? null : "is not an autonomous system number from 1 to 4294967295";
        return good;
    }

    public int CompareTo(Asn? other) => other is null ? 1 : Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
