using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class TransitAsAsked : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X163",
        Level = FindingLevel.Error,
        Title = "Transit between sites matches transitBetweenSites",
        Why = "Neither cloud has a setting for it: the ASNs of the sites decide. A peer drops a route whose path contains its own ASN "
            + "and accepts any other.",
        Sources =
        [
            new("docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html", "AWS: VPN CloudHub"),
            Source.AzureFaq,
            new("www.rfc-editor.org/rfc/rfc4271#section-9.1.2", "RFC 4271: AS loops"),
        ],
        Fix = "Use the same asn for both sites to keep them apart, or different ones to connect them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from path in TransitPath.Of(context)
        where path.Wanted is { } wanted && wanted != path.IsOpen
        let sites = $"{context.FormatPath(path.One.Path)} and {context.FormatPath(path.Other.Path)}"
        select path.IsOpen
            ? new Violation(
                $"{context.FormatPath(path.Field)} is false, but {sites} have different ASNs ({path.One.Asn} and {path.Other.Asn}) and reach each other",
                path.Field, path.One.Gateway["asn"], path.Other.Gateway["asn"])
            {
                Fix = $"Write the same asn for {sites}.",
            }
            : new Violation(
                $"{context.FormatPath(path.Field)} is true, but {sites} have the same ASN {path.One.Asn}, and each drops the other's routes",
                path.Field, path.One.Gateway["asn"], path.Other.Gateway["asn"])
            {
                Fix = $"Write a different asn for each of {sites}.",
            };
}
