using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ReservedAsn : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ019",
        Level = FindingLevel.Error,
        Title = "Azure and IANA do not reserve the ASNs",
        Why = "Azure rejects these ASNs for its gateway and for the peer. 65515 is its own default and "
            + "not allowed for a peer.",
        Sources = [Source.AzureFaq],
        Fix = "Write an ASN from 64512 to 65514 or from 65521 to 65534.",
    };

    private const uint AzureDefault = 65515;

    private static readonly ValueList<(uint First, uint Last)> Reserved =
    [
        (8074, 8075), (12076, 12076), (23456, 23456), (64496, 64511), (65516, 65520), (65535, 65551), (4294967295, 4294967295),
    ];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        context.AzureSites.Where(site => site.IsManaged && IsReserved(site.Asn)).Select(site => (SiteView)site)
            .Concat(context.AwsSites.Where(site =>
                (IsReserved(site.Asn) || site.Asn.Value == AzureDefault)
                && site.ResolvedLinks.Exists(resolved => resolved.Link.IsBgp && resolved.Azure.IsManaged)))
            .Select(site => new Violation(
                $"{context.FormatPath(site.Gateway["asn"])} {site.Asn} is reserved by Azure or IANA", site.Gateway["asn"]));

    private static bool IsReserved(Asn asn) => Reserved.Any(range => asn.Value >= range.First && asn.Value <= range.Last);
}
