using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace S2SVpn.Design.Request;

/// <summary>A TCP or UDP port, <c>443</c>, or a range of them, <c>8000-8100</c>.</summary>
public sealed record PortRange : IParsed<PortRange>
{
    /// <summary>Makes a range from 1 to 65535 at most.</summary>
    public PortRange(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 65535);
        First = first;
        Last = last;
    }

    static string IParsed<PortRange>.Pattern => @"^\d{1,5}(-\d{1,5})?$";

    static string IParsed<PortRange>.Example => "443";

    /// <summary>Every port, 1 to 65535.</summary>
    public static PortRange All { get; } = new(1, 65535);

    /// <summary>The lowest port.</summary>
    public int First { get; }

    /// <summary>The highest port; the first one again for a single port.</summary>
    public int Last { get; }

    /// <summary>Reads a port or a range such as 8000-8100, or says why it is none.</summary>
    public static bool TryParse(
        string text, [MaybeNullWhen(false)] out PortRange value, [NotNullWhen(false)] out string? reason)
    {
        var ends = text.Split('-');
        if (ends.Length <= 2 && TryPort(ends[0], out var first) && TryPort(ends[^1], out var last) && first <= last)
        {
            value = new PortRange(first, last);
            reason = null;
            return true;
        }

        value = null;
        reason = "is not a port from 1 to 65535, such as 443, or a range of them, such as 8000-8100";
        return false;
    }

    /// <summary>As a request has it.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;
}
