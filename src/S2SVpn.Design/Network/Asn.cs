using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace S2SVpn.Design.Network;

/// <summary>A BGP autonomous system number of 32 bits. 0 is none (RFC 7607).</summary>
public sealed record Asn : IParsed<Asn>, IComparable<Asn>
{
    /// <summary>Makes a number from 1 to 4294967295.</summary>
    public Asn(uint value)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value);
        Value = value;
    }

    static string IParsed<Asn>.Pattern => @"^[1-9]\d{0,9}$";

    static string IParsed<Asn>.Example => "64512";

    /// <summary>The number.</summary>
    public uint Value { get; }

    /// <summary>Whether it needs 32 bits: AWS takes such a number in another field than a small one.</summary>
    public bool IsLarge => Value > int.MaxValue;

    /// <summary>Whether RFC 6996 sets it aside for private use.</summary>
    public bool IsPrivate => Value is (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294);

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(Asn left, Asn right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(Asn left, Asn right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first comes before the second or equals it.</summary>
    public static bool operator <=(Asn left, Asn right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first comes after the second or equals it.</summary>
    public static bool operator >=(Asn left, Asn right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a number in plain notation, such as 64512.</summary>
    /// <exception cref="FormatException">The text is not one; the message says why.</exception>
    public static Asn Parse(string text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException($"'{text}' {reason}.");

    /// <summary>Reads a number in plain notation, or says why it is none.</summary>
    public static bool TryParse(
        string text, [MaybeNullWhen(false)] out Asn value, [NotNullWhen(false)] out string? reason)
    {
        var good = uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        value = good ? new Asn(number) : null;
        reason = good ? null : "is not an autonomous system number from 1 to 4294967295";
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(Asn? other) => other is null ? 1 : Value.CompareTo(other.Value);

    /// <summary>The number in plain notation.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
