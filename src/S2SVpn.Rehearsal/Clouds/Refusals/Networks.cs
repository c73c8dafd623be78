using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>The networks that an attribute names.</summary>
internal static class Networks
{
    /// <summary>None where there is no such object, and without those that are no IPv4 networks.</summary>
    public static IEnumerable<Cidr> Of(Attributes? values, string name) => (values?.Items(name) ?? []).Append(values?[name] ?? Value.Null)
        .OfType<TextValue>()
        .SelectMany(text => Cidr.TryParse(text.Text, out var cidr, out _) ? new[] { cidr } : []);
}
