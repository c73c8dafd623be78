using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace S2SVpn.Design.Request;

/// <summary>A time of whole seconds, written <c>45</c>, <c>45s</c>, <c>90m</c> or <c>8h</c>.</summary>
public readonly record struct Duration(int Seconds) : IParsed<Duration>, IComparable<Duration>
{
    // The unit that its author wrote: s, m or h, or - for none. It says nothing of the time itself.
    private readonly char _unit;

    static string IParsed<Duration>.Pattern => @"^\d{1,10}[smh]?$";

    static string IParsed<Duration>.Example => "45s";

    private Duration(int seconds, char unit)
        : this(seconds) => _unit = unit;

    /// <summary>A time of whole minutes.</summary>
    public static Duration Minutes(int minutes) => new(checked(minutes * 60));

    /// <summary>A time of whole hours.</summary>
    public static Duration Hours(int hours) => new(checked(hours * 3600));

    /// <summary>Whether the first is shorter than the second.</summary>
    public static bool operator <(Duration left, Duration right) => left.Seconds < right.Seconds;

    /// <summary>Whether the first is longer than the second.</summary>
    public static bool operator >(Duration left, Duration right) => left.Seconds > right.Seconds;

    /// <summary>Whether the first is not longer than the second.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Seconds <= right.Seconds;

    /// <summary>Whether the first is not shorter than the second.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Seconds >= right.Seconds;

    /// <summary>Reads a time such as 45s, or says why it is none.</summary>
    public static bool TryParse(string text, out Duration value, [NotNullWhen(false)] out string? reason)
    {
        value = default;
        var (digits, unit) = text switch
        {
            [.. var number, 's'] => (number, 1),
            [.. var number, 'm'] => (number, 60),
            [.. var number, 'h'] => (number, 3600),
            _ => (text, 1),
        };
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || (long)count * unit > int.MaxValue)
        {
            reason = "is not a time such as 45, 45s, 90m or 8h";
            return false;
        }

        value = new Duration(count * unit, text[^1] is var last and ('s' or 'm' or 'h') ? last : '-');
        reason = null;
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Seconds.CompareTo(other.Seconds);

    /// <inheritdoc/>
    public bool Equals(Duration other) => Seconds == other.Seconds;

    /// <inheritdoc/>
    public override int GetHashCode() => Seconds;

    /// <summary>As its author wrote it, for messages; or else as <see cref="ToString"/> has it.</summary>
    internal string Written => _unit switch
    {
        '-' => string.Create(CultureInfo.InvariantCulture, $"{Seconds}"),
        's' => string.Create(CultureInfo.InvariantCulture, $"{Seconds}s"),
        'm' => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 60}m"),
        'h' => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3600}h"),
        _ => ToString(),
    };

    /// <summary>In the largest unit that it is a whole number of, as Terraform reads it too.</summary>
    public override string ToString() => Seconds switch
    {
        0 => "0s",
        _ when Seconds % 3600 == 0 => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3600}h"),
        _ when Seconds % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 60}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Seconds}s"),
    };
}
