using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

public sealed class SpecialNetworks : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X109",
        Level = FindingLevel.Error,
        Title = "A network holds no addresses that have another use",
        Why = "Both clouds refuse these ranges: they mean the machine itself, its link, everybody, or services "
            + "of the cloud.",
        Sources =
        [
            Source.VpcCidrs,
            Source.AzureVnetFaq,
            new("www.iana.org/assignments/iana-ipv4-special-registry", "IANA: special-purpose addresses"),
        ],
        Fix = "Take a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    };

    private static readonly ValueList<(Cidr Range, string Use)> Special =
    [
        (Cidr.Parse("0.0.0.0/8"), "this network"),
        (Cidr.Parse("127.0.0.0/8"), "the machine itself"),
        (Cidr.Parse("168.63.129.16/32"), "Azure's own services"),
        (Cidr.Parse("169.254.0.0/16"), "a single link, such as the inside of a tunnel"),
        (Cidr.Parse("224.0.0.0/4"), "multicast"),
        (Cidr.Parse("240.0.0.0/4"), "broadcast and for later"),
    ];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from network in site.Networks
        let hit = Special.FirstOrDefault(special => special.Range.Overlaps(network.Cidr))
        where hit.Use is not null
        select new Violation(
            $"{context.FormatPath(network.Path)} {network.Cidr} holds addresses of {hit.Range}, which are for {hit.Use}",
            network.Path);
}
