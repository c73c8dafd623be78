using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace S2SVpn.Design.Network;

/// <summary>An IPv4 address.</summary>
/// <param name="Value">Its 32 bits as a number: 10.0.0.1 is 167772161.</param>
public readonly record struct Ipv4(uint Value) : IParsed<Ipv4>, IComparable<Ipv4>
{
    static string IParsed<Ipv4>.Pattern => @"^(\d{1,3}\.){3}\d{1,3}$";

    static string IParsed<Ipv4>.Example => "10.2.1.10";

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(Ipv4 left, Ipv4 right) => left.Value < right.Value;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(Ipv4 left, Ipv4 right) => left.Value > right.Value;

    /// <summary>Whether the first comes before the second or equals it.</summary>
    public static bool operator <=(Ipv4 left, Ipv4 right) => left.Value <= right.Value;

    /// <summary>Whether the first comes after the second or equals it.</summary>
    public static bool operator >=(Ipv4 left, Ipv4 right) => left.Value >= right.Value;

    /// <summary>The address that many further on; before 0.0.0.0 and past 255.255.255.255 there is none.</summary>
    public Ipv4 Plus(long count)
    {
        var value = Value + count;
        return value is >= 0 and <= uint.MaxValue
            ? new Ipv4((uint)value)
            : throw new ArgumentOutOfRangeException(nameof(count), count, $"There is no address {count} after {this}.");
    }

    /// <summary>Reads an address such as 10.2.1.10.</summary>
    /// <exception cref="FormatException">The text is not one; the message says why.</exception>
    public static Ipv4 Parse(string text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException($"'{text}' {reason}.");

    /// <summary>Reads an address such as 10.2.1.10, or says why it is none.</summary>
    public static bool TryParse(string text, out Ipv4 value, [NotNullWhen(false)] out string? reason)
    {
        value = default;
        var parts = text.Split('.');
        if (parts.Length != 4)
        {
            reason = text.Contains(':', StringComparison.Ordinal)
                ? "is an IPv6 address; only IPv4, such as 10.1.1.10, is supported"
                : "is not an IPv4 address such as 10.1.1.10";
            return false;
        }

        uint bits = 0;
        foreach (var part in parts)
        {
            // A leading zero means octal to some programs and decimal to others.
            if (part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0')
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
            {
                reason = $"is not an IPv4 address: '{part}' is not a number from 0 to 255 without leading zeros";
                return false;
            }

            bits = (bits << 8) | octet;
        }

        value = new Ipv4(bits);
        reason = null;
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Ipv4 other) => Value.CompareTo(other.Value);

    /// <summary>Such as 10.2.1.10.</summary>
    public override string ToString() => $"{Value >> 24}.{(Value >> 16) & 255}.{(Value >> 8) & 255}.{Value & 255}";
}
