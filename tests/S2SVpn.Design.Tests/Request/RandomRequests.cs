using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Requests with any value that a file can hold; most of them break a rule. The same seed gives the same one.</summary>
internal sealed class RandomRequests(int seed)
{
    /// <summary>For each pattern of a text, something that matches it, and something that looks almost like it.</summary>
    private static readonly string[] Samples =
    [
        "shop", "a-1", "x", "eu-central-1", "us-gov-west-1", "eu-central-1a", "westeurope", "123456789012", "vpc-0abc", "vgw-1", "tgw-0a",
        "tgw-rtb-0abc", "rtb-0a", "sg-0b", "subnet-0abc", "01234567-89ab-cdef-0123-456789ABCDEF", "rg-shop_(1)", "a.b", "me@example.com",
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g(g)/providers/Microsoft.Network/virtualNetworks/v_1",
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.KeyVault/vaults/vault-1", "https://example.com/state?a=b", "http://[::1]:80",
        "~> 6.25", ">= 1.5, != 1.6 , < 2", "6.25", "X016", "AWS012a", "1.1", "2.2", "null", "network", "aws", "azure", "region",
    ];

    private static readonly string[] Pieces =
    [
        "a", "Z", "9", "0", "-", "_", ".", ":", ": ", " ", "  ", "#", " #", "'", "\"", "\\", "\n", "\r", "\t", "\0", "\u001b", "{", "}", "[", "]", ",",
        "&a", "*a", "!x", "|", ">", "%", "@", "`", "?", "-", "- ", "---", "...", "~", "null", "true", "no", "1e3", "0x1F", "<<", "=", "$", "%",
        "é", "日本", "\ud83d\ude00", "\u0085", "\u2028", "\u2029", "\uFEFF", "\uFFFE", "\uE07B", "\u202E", "\u0301", "env:X",
    ];

    private readonly Random _random = new(seed);

    public static VpnRequest Make(int seed) => (VpnRequest)new RandomRequests(seed).Record(typeof(VpnRequest));

    private object Record(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        // Some requests say much, and most parts of a request little.
        var talkative = _random.Next(100);
        foreach (var property in type.GetProperties().Where(property => property.GetSetMethod() is not null))
        {
            if (property.IsDefined(typeof(RequiredMemberAttribute)) || _random.Next(100) < talkative * 2 / 3)
            {
                property.SetValue(record, Value(property.PropertyType, property.GetCustomAttribute<PatternAttribute>()?.Pattern, property.IsDefined(typeof(OneOrManyAttribute))));
            }
        }

        return record;
    }

    private object? Value(Type type, string? pattern, bool atLeastOne)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Value(inner, pattern, false);
        }

        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (open == typeof(ValueList<>))
        {
            return Call(nameof(List), type.GenericTypeArguments[0], pattern);
        }

        return open == typeof(ValueMap<>) ? Call(nameof(Map), type.GenericTypeArguments[0], pattern, atLeastOne) : One(type, pattern, mayBeEmpty: false);
    }

    private object One(Type type, string? pattern, bool mayBeEmpty) => type switch
    {
        { IsEnum: true } => Pick(Enum.GetValues(type).Cast<object>().ToArray()),
        _ when type == typeof(string) => Text(pattern, mayBeEmpty),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(int) => Pick([0, 1, -1, 42, int.MaxValue, int.MinValue, _random.Next()]),
        _ when type == typeof(Ipv4) => new Ipv4((uint)_random.NextInt64(1L << 32)),
        _ when type == typeof(Cidr) => Cidr.Around(new Ipv4((uint)_random.NextInt64(1L << 32)), _random.Next(33)),
        _ when type == typeof(Asn) => new Asn((uint)_random.NextInt64(1, 1L << 32)),
        _ when type == typeof(Duration) => new Duration(Pick([0, 1, 60, 3600, 5400, int.MaxValue, _random.Next()])),
        _ when type == typeof(PortRange) => Ports(),
        _ when type == typeof(FlowEnd) => Pick([FlowEnd.Of("aws"), FlowEnd.Of("West-1_a", "s.{net}:#,[\u00e9"), FlowEnd.Of(Cidr.Parse("10.0.0.0/8"))]),
        _ => Record(type),
    };

    private PortRange Ports()
    {
        var first = _random.Next(1, 65536);
        return new PortRange(first, _random.Next(2) == 0 ? first : _random.Next(first, 65536));
    }

    private string Text(string? pattern, bool mayBeEmpty)
    {
        if (pattern is not null)
        {
            return Pick(Samples.Where(sample => Regex.IsMatch(sample, pattern)).ToArray());
        }

        for (; ; )
        {
            var text = string.Concat(Enumerable.Range(0, _random.Next(mayBeEmpty ? 0 : 1, 7)).Select(_ => Pick(Pieces)));
            if (!text.Contains("${", StringComparison.Ordinal) && !text.Contains("%{", StringComparison.Ordinal))
            {
                return text;
            }
        }
    }

    private ValueList<T> List<T>(string? pattern) =>
        Enumerable.Range(0, _random.Next(4)).Select(_ => (T)One(typeof(T), pattern, mayBeEmpty: false)).ToValueList();

    private ValueMap<T> Map<T>(string? pattern, bool atLeastOne) =>
        Enumerable.Range(0, _random.Next(atLeastOne ? 1 : 0, 4)).Select(_ => Name(pattern)).Distinct()
            .Select(name => KeyValuePair.Create(name, (T)One(typeof(T), null, mayBeEmpty: true))).ToValueMap();

    // A name without a pattern of its own neither starts nor ends with a space.
    private string Name(string? pattern) => pattern is not null
        ? Text(pattern, mayBeEmpty: false)
        : $"n{Text(null, mayBeEmpty: true).Replace('\n', ' ')}e";

    private T Pick<T>(T[] among) => among[_random.Next(among.Length)];

    private object Call(string method, Type type, params object?[] arguments) => typeof(RandomRequests)
        .GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, arguments)!;
}
