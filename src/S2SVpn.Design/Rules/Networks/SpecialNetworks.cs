using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SpecialNetworks : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X109",
        Level = FindingLevel.Error,
        Title = "Networks contain no special-purpose addresses",
        Why = "Both clouds reject these ranges: they mean the host itself, its link, multicast, or services "
            + "of the cloud.",
        Sources =
        [
            Source.VpcCidrs,
            Source.AzureVnetFaq,
            new("www.iana.org/assignments/iana-ipv4-special-registry", "IANA: special-purpose addresses"),
        ],
        Fix = "Use a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    };

    private static readonly ValueList<(Cidr Range, string Use)> Special =
    [
        (Cidr.Parse("0.0.0.0/8"), "hosts that have no address yet"),
        (Cidr.Parse("127.0.0.0/8"), "the host itself"),
        (Cidr.Parse("168.63.129.16/32"), "Azure's own services"),
        (Cidr.Parse("169.254.0.0/16"), "a single link, such as the inside of a tunnel"),
        (Cidr.Parse("224.0.0.0/4"), "multicast"),
        (Cidr.Parse("240.0.0.0/4"), "broadcast and future use"),
    ];

    /// <summary>Whether a network has such addresses.</summary>
    public static bool Has(Cidr network) => Special.Any(special => special.Range.Overlaps(network));

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from network in context.Sites.SelectMany(site => site.Networks.Select(network => new Located<Cidr>(network.Cidr, network.Path))).Concat(context.Links.SelectMany(Translated))
        let hit = Special.FirstOrDefault(special => special.Range.Overlaps(network.Value))
        where hit.Use is not null && network.Value != Cidr.Any
        select new Violation(
            $"{context.FormatPath(network.Path)} {network.Value} contains addresses of {hit.Range}, which is reserved for {hit.Use}",
            network.Path);

    private static IEnumerable<Located<Cidr>> Translated(LinkView link) => link.NatRules.SelectMany(nat =>
        nat.Value.External.Select((network, place) => new Located<Cidr>(network, nat.Path["external"][place])));
}
