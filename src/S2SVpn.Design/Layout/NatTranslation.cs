using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Layout;

/// <summary>What networks look like from behind the translation of a link.</summary>
internal static class NatTranslation
{
    /// <summary>
    /// The networks as the other side sees them: what a rule covers in its place, and the rest of a network that rules
    /// cover in part as it is. No address is lost but those that a dynamic rule puts together.
    /// </summary>
    public static ValueList<Cidr> Seen(IEnumerable<Cidr> networks, IEnumerable<NatRule> rules, NatDirection direction)
    {
        var pairs = rules.Where(rule => rule.Direction == direction).SelectMany(Pairs).ToList();
        return pairs.Count == 0 ? networks.ToValueList() : networks.SelectMany(network => Seen(network, pairs)).Distinct().ToValueList();
    }

    /// <summary>A rule's translations one by one: its first internal network to its first external one, and so on.</summary>
    internal static IEnumerable<NatPair> Pairs(NatRule rule) => rule.External.Count == 0
        ? []
        : rule.Internal.Select((network, index) => new NatPair(rule, network, rule.External[Math.Min(index, rule.External.Count - 1)]));

    private static IEnumerable<Cidr> Seen(Cidr network, List<NatPair> pairs)
    {
        var covering = pairs.Find(pair => pair.Internal.Contains(network));
        if (covering is not null)
        {
            return [covering.Translate(network)];
        }

        var inside = pairs.Where(pair => network.Contains(pair.Internal)).ToList();
        return inside.Count == 0
            ? [network]
            : network.Split(network.PrefixLength + 1).SelectMany(half => Seen(half, inside));
    }
}

/// <summary>One network, and what it becomes.</summary>
internal sealed record NatPair(NatRule Rule, Cidr Internal, Cidr External)
{
    /// <summary>A network inside the internal one, translated: to the same place in the external one when it is static.</summary>
    public Cidr Translate(Cidr network) => Rule.Kind == NatKind.Static && External.PrefixLength == Internal.PrefixLength
        ? new Cidr(External.First.Plus((long)network.First.Value - Internal.First.Value), network.PrefixLength)
        : External;
}
