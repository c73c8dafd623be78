using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class PrivateNetworks : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X110",
        Level = FindingLevel.Warning,
        Title = "Networks are private",
        Why = "A range that is in use on the internet makes those hosts unreachable from your machines. It is often a "
            + "typo: only 172.16 to 172.31 and 192.168 are private.",
        Sources =
        [
            new("www.rfc-editor.org/rfc/rfc1918", "RFC 1918: private addresses"),
            new("www.rfc-editor.org/rfc/rfc6598", "RFC 6598: shared addresses"),
        ],
        Fix = "Use a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16. Accept this for a public range that is "
            + "your own.",
    };

    private static readonly ValueList<Cidr> Private =
    [
        Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("100.64.0.0/10"),
        Cidr.Parse("198.18.0.0/15"),
    ];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from network in site.Networks
        where network.Cidr != Cidr.Any && !Private.Any(range => range.Contains(network.Cidr)) && !SpecialNetworks.Has(network.Cidr)
        select new Violation(
            $"{context.FormatPath(network.Path)} {network.Cidr} is not in "
            + Phrase.Or(Private.Take(3).Select(range => range.ToString())),
            network.Path);
}
