using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>What the machines behind a gateway see in place of the addresses of the other side, where NAT rules translate them.</summary>
internal sealed class SeenAddresses(LabLayout layout, GatewayNode gateway)
{
    private readonly List<NatRule> _rules =
    [
        .. gateway.Translations.Where(rule => !rule.Outgoing && rule.Connections.Count > 0),
        .. layout.PartnersOf(gateway).SelectMany(partner => partner.Translations).Where(rule => rule.Outgoing && rule.Connections.Count > 0),
    ];

    /// <summary>As what they see a network.</summary>
    public IEnumerable<Cidr> Of(Cidr network) =>
        _rules.Where(rule => rule.From.Overlaps(network)).Select(rule =>
        {
            var part = rule.From.PrefixLength > network.PrefixLength ? rule.From : network;
            return rule.OneToOne ? new Cidr(rule.To.First.Plus((long)part.First.Value - rule.From.First.Value), part.PrefixLength) : rule.To;
        }).DefaultIfEmpty(network);

    /// <summary>Whose address it is that they see; null for one that nobody is seen by.</summary>
    public Ipv4? Real(Ipv4 seen) => _rules.Find(rule => rule.To.Contains(seen)) switch
    {
        // All that a dynamic rule is about share the same few.
        { OneToOne: false } rule => rule.From.First,
        { } rule => rule.From.First.Plus((long)seen.Value - rule.To.First.Value),
        null => _rules.Exists(rule => rule.From.Contains(seen)) ? null : seen,
    };
}
