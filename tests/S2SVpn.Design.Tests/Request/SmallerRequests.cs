using System.Reflection;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Requests with one thing less in them, at any depth: finds the smallest one that shows a fault.</summary>
internal static class SmallerRequests
{
    public static IEnumerable<VpnRequest> Of(VpnRequest request) => Smaller(request).Cast<VpnRequest>();

    private static IEnumerable<object> Smaller(object value) => value.GetType() switch
    {
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ValueList<>) => Call(nameof(Lists), type, value),
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ValueMap<>) => Call(nameof(Maps), type, value),
        var type when type.Namespace == typeof(VpnRequest).Namespace && type.GetConstructor([]) is not null => Records(value),
        _ => [],
    };

    private static IEnumerable<object> Records(object record)
    {
        var defaults = Activator.CreateInstance(record.GetType())!;
        foreach (var property in record.GetType().GetProperties().Where(property => property.GetSetMethod() is not null))
        {
            var (value, usual) = (property.GetValue(record), property.GetValue(defaults));
            if (value is null || value.Equals(usual))
            {
                continue;
            }

            var required = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
            foreach (var other in required ? Smaller(value) : Smaller(value).Prepend(usual))
            {
                var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
                property.SetValue(copy, other);
                yield return copy;
            }
        }
    }

    private static IEnumerable<object> Lists<T>(ValueList<T> list) => Enumerable.Range(0, list.Count).SelectMany(i => Smaller(list[i]!)
        .Select(item => list.Select((one, at) => at == i ? (T)item : one).ToValueList())
        .Prepend(list.Where((_, at) => at != i).ToValueList()));

    private static IEnumerable<object> Maps<T>(ValueMap<T> map) => map.Keys.SelectMany(name => Smaller(map[name]!)
        .Select(value => map.Select(one => one.Key == name ? new(name, (T)value) : one).ToValueMap())
        .Concat(map.Count > 1 ? [map.Where(one => one.Key != name).ToValueMap()] : []));

    private static IEnumerable<object> Call(string method, Type type, object value) => (IEnumerable<object>)typeof(SmallerRequests)
        .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(null, [value])!;
}
