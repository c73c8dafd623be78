using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class TransitNamed : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X162",
        Level = FindingLevel.Warning,
        Title = "Sites reach each other through the other cloud only if the request says so",
        Why = "A gateway of either cloud announces to each BGP peer the routes of the others, and neither cloud has a filter "
            + "for it. A peer drops a route whose path contains its own ASN, so sites with the same ASN stay apart.",
        Sources =
        [
            new("docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html", "AWS: VPN CloudHub"),
            Source.AzureFaq,
            new("www.rfc-editor.org/rfc/rfc4271#section-9.1.2", "RFC 4271: AS loops"),
        ],
        Fix = "Give both sites the same asn, or write transitBetweenSites: true for the gateway between them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from path in TransitPath.Of(context)
        where path is { IsOpen: true, Wanted: null }
        select new Violation(
            $"{context.FormatPath(path.One.Path)} (AS {path.One.Asn}) and {context.FormatPath(path.Other.Path)} (AS {path.Other.Asn}) reach each other "
            + $"through {context.FormatPath(path.Through.Path)}, which announces the routes of each to the other",
            path.One.Gateway["asn"], path.Other.Gateway["asn"])
        {
            Fix = $"Write the same asn for {context.FormatPath(path.One.Path)} and {context.FormatPath(path.Other.Path)} to keep them apart, or "
                + $"{context.FormatPath(path.Field)}: true to allow it.",
        };
}
