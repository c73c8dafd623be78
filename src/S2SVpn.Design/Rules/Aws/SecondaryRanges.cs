using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class SecondaryRanges : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS118",
        Level = FindingLevel.Error,
        Title = "The additional networks of a VPC are compatible with its first, and there are at most 49",
        Why = "AWS rejects an additional network from a different private range than the first (10.0.0.0/8, 172.16.0.0/12 "
            + "or 192.168.0.0/16), any from 198.19.0.0/16, a private one if the first is public or "
            + "shared, one from 10.0.0.0/16 beside any from 10.0.0.0/15, and one from 172.31.0.0/16 beside any from 172.16.0.0/12. It raises the quota of networks in a VPC to 50 at most.",
        Sources = [Source.VpcCidrs, Source.VpcQuotas],
        Fix = "Use additional networks from the range of the first, from 100.64.0.0/10, or public addresses of your own; or "
            + "use a second VPC.",
    };

    private static readonly ValueList<Cidr> Private = [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16")];
    private static readonly Cidr Benchmark = Cidr.Parse("198.19.0.0/16");

    // Terraform adds them in any order. 10.0.0.0/16 can't join a VPC with addresses of 10.0.0.0/15, nor 172.31.0.0/16 one of 172.16.0.0/12.
    private static readonly ValueList<(Cidr Range, Cidr Beside)> Kept =
        [(Cidr.Parse("10.0.0.0/16"), Cidr.Parse("10.0.0.0/15")), (Cidr.Parse("172.31.0.0/16"), Cidr.Parse("172.16.0.0/12"))];

    // Of too many, no two are compared: nobody reads thousands of findings, nor waits for them.
    internal override IEnumerable<Violation> Check(RuleContext context) => Unlike(context).Concat(TooMany(context));

    private static IEnumerable<Violation> TooMany(RuleContext context) =>
        from site in context.AwsSites
        where !site.NetworkExists && HasTooMany(site)
        select new Violation(
            $"{context.FormatPath(site.Network)} has {site.Site.Network.Cidrs.Count} networks, more than the {AwsQuotas.MostNetworksPerVpc} that a VPC can have", site.Network["cidrs"])
        {
            Fix = "Use fewer and larger networks, or several VPCs.",
        };

    private static IEnumerable<Violation> Unlike(RuleContext context) =>
        from site in context.AwsSites
        where !site.NetworkExists && !HasTooMany(site)
        let networks = site.OwnNetworks.ToList()
        from later in networks.Skip(1)
        let other = GoesWith(networks[0].Value, later.Value)
            ? networks.Find(earlier => earlier != later && IsKeptFrom(earlier.Value, later.Value))
            : networks[0]
        where other is not null
        select new Violation(
            $"{context.FormatPath(later.Path)} {later.Value} can't be added to a VPC {(other == networks[0] ? "whose first network is" : "that has")} {other.Value}", later.Path, other.Path)
        {
            Fix = Kept.Where(kept => kept.Range.Contains(later.Value) && kept.Beside.Contains(other.Value))
                .Select(kept => $"Use another network than {kept.Range}, which AWS takes beside none of {kept.Beside}.").FirstOrDefault(),
        };

    private static bool HasTooMany(AwsView site) => site.Site.Network.Cidrs.Count > AwsQuotas.MostNetworksPerVpc;

    private static bool GoesWith(Cidr first, Cidr later) =>
        RangeOf(first) is { } range
            ? RangeOf(later) is { } other ? other == range && !IsKeptFrom(first, later) : true
            : RangeOf(later) is null;

    private static bool IsKeptFrom(Cidr earlier, Cidr later) => Kept.Any(kept => kept.Range.Contains(later) && kept.Beside.Contains(earlier));

    // The private range that it is of; null for public and shared addresses.
    private static Cidr? RangeOf(Cidr cidr) =>
        Private.Append(Benchmark).FirstOrDefault(range => range.Contains(cidr));
}
