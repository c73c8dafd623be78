using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace S2SVpn.Design;

/// <summary>
/// The words of an enum in a request and in reports: a member's name with hyphens (<c>VirtualPrivate</c> is
/// <c>virtual-private</c>) unless a <see cref="SpellingAttribute"/> says otherwise.
/// </summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<Type, ValueList<EnumWord>> Known = new();

    public static string Of<T>(T value)
        where T : struct, Enum => Of((Enum)value);

    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return All(value.GetType()).First(word => word.Value.Equals(value)).Word;
    }

    /// <summary>A rate as a person says it: "650 Mbps", "1.25 Gbps".</summary>
    public static string OfMbps(int rate) => rate >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{rate / 1000.0:0.##} Gbps")
        : string.Create(CultureInfo.InvariantCulture, $"{rate} Mbps");

    /// <summary>Every member of the enum, in the order of its declaration.</summary>
    public static ValueList<EnumWord> All(Type enumType) => Known.GetOrAdd(enumType, Read);

    private static ValueList<EnumWord> Read(Type enumType) =>
        enumType.GetFields(BindingFlags.Public | BindingFlags.Static).Select(ReadMember).ToValueList();

    private static EnumWord ReadMember(FieldInfo field)
    {
        var spelling = field.GetCustomAttribute<SpellingAttribute>();
        return new EnumWord(
            (Enum)field.GetValue(null)!, spelling?.Word ?? Hyphenated(field.Name), [.. spelling?.Also ?? []], field);
    }

    private static string Hyphenated(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

/// <summary>One member of an enum: its word, and other words that are read as the same.</summary>
internal sealed record EnumWord(Enum Value, string Word, ValueList<string> Also, FieldInfo Member);
