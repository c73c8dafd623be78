using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class Quotas : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS029",
        Level = FindingLevel.Warning,
        Title = "The gateways and connections fit in AWS's default quotas",
        Why = "AWS rejects resources beyond the account's quotas. AWS raises quotas on request, which takes "
            + "days.",
        Sources =
        [
            Source.AwsQuotas,
            Source.VpcQuotas,
        ],
        Fix = "Request higher quotas before the apply (Service Quotas, Site-to-Site VPN), or spread the "
            + "sites over accounts.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var managed = context.AwsSites.Where(site => site.IsManaged);
        var regions = managed.GroupBy(site => (site.Site.Account ?? site.Site.Profile, site.Site.Region));
        var gateways = managed.Where(site => site.Kind == AwsGatewayKind.VirtualPrivate).Select(site => Over(
            [site], $"the gateway of {context.FormatPath(site.Path)} needs", ConnectionsOf(site, _ => true), AwsQuotas.ConnectionsPerVirtualPrivateGateway,
            "VPN connection", ""));
        var networks = context.AwsSites.Where(site => !site.NetworkExists).Select(site => OfVpc(context, site));
        return regions.SelectMany(sites => OfRegion([.. sites])).Concat(gateways).Concat(networks).OfType<Violation>();
    }

    private static IEnumerable<Violation?> OfRegion(ValueList<AwsView> sites)
    {
        var gets = $"{sites[0].Site.Region} needs";
        var gateways = sites.Count(site => site.Kind == AwsGatewayKind.VirtualPrivate && site.Site.Gateway.Existing is null);
        // Links between the same two sites share their customer gateways.
        var customers = sites.Sum(site => site.ResolvedLinks.Select(resolved => resolved.Azure).Distinct().Sum(azure => azure.Instances));
        var connections = sites.Sum(site => ConnectionsOf(site, _ => true));
        var accelerated = sites.Sum(site => ConnectionsOf(site, resolved => resolved.Link.Link.Tunnels.Acceleration));
        yield return Over(sites, gets, gateways, AwsQuotas.VirtualPrivateGatewaysPerRegion, "virtual private gateway", " per region");
        yield return Over(sites, gets, customers, AwsQuotas.CustomerGatewaysPerRegion, "customer gateway", " per region");
        yield return Over(sites, gets, connections, AwsQuotas.ConnectionsPerRegion, "VPN connection", " per region");
        yield return Over(sites, gets, accelerated, AwsQuotas.AcceleratedConnectionsPerRegion, "accelerated connection", " per region");
    }

    private static Violation? OfVpc(RuleContext context, AwsView site)
    {
        var count = site.Site.Network.Cidrs.Count;
        return count is > AwsQuotas.NetworksPerVpc and <= AwsQuotas.MostNetworksPerVpc
            ? new Violation(
                $"{context.FormatPath(site.Network)} needs {Phrase.Count(count, "network")}, more than AWS's default quota of {AwsQuotas.NetworksPerVpc} per VPC",
                site.Network["cidrs"])
            {
                Fix = "Request a higher quota before the apply (Service Quotas, Amazon VPC, IPv4 CIDR blocks per VPC), or use fewer and larger networks.",
            }
            : null;
    }

    private static int ConnectionsOf(AwsView site, Func<ResolvedLink, bool> which) =>
        site.ResolvedLinks.Where(which).Sum(resolved => resolved.Azure.Instances);

    private static Violation? Over(
        ValueList<AwsView> sites, string gets, int count, int quota, string thing, string each) => count > quota
        ? new Violation(
            $"{gets} {Phrase.Count(count, thing)}, more than AWS's default quota of {quota}{each}",
            [.. sites.Select(site => site.Path["region"])])
        : null;
}
