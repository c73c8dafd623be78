using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class PlanQuotas : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS116",
        Level = FindingLevel.Warning,
        Title = "The resources fit in AWS's default quotas",
        Why = "AWS rejects resources beyond the account's quotas for security group rules, routes, addresses and so "
            + "on. AWS raises quotas on request, which takes days.",
        Sources =
        [
            Source.VpcQuotas,
            new("docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html", "AWS: transit gateway quotas"),
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-quotas.html", "AWS: EC2 Instance Connect endpoint quotas"),
            new("docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html", "AWS: CloudWatch quotas"),
        ],
        Fix = "Request higher quotas before the apply (Service Quotas), or use fewer: summarize networks and port "
            + "ranges.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var sites = context.AwsSites.Zip(context.Plan.AwsSites, (view, plan) => new Site(view, plan)).ToValueList();
        return
        [
            .. sites.SelectMany(site => OfSite(context, site)).OfType<Violation>(),
            .. sites.GroupBy(site => (site.Plan.Account ?? site.Plan.Profile, site.Plan.Region)).SelectMany(region => OfRegion([.. region])).OfType<Violation>(),
            .. OfDashboard(context),
        ];
    }

    private static IEnumerable<Violation?> OfSite(RuleContext context, Site site)
    {
        foreach (var group in site.Plan.SecurityGroups)
        {
            var at = SecurityGroupSize.PathOf(site.View, group);
            foreach (var rules in group.Rules.GroupBy(rule => rule.Direction).Where(rules => rules.Count() <= AwsQuotas.MostRulesPerSecurityGroup))
            {
                yield return Over(
                    $"the security group of {context.FormatPath(at)} needs", rules.Count(), AwsQuotas.RulesPerSecurityGroup,
                    $"{Words.Of(rules.Key)} rule", "", [RequestPath.Root["access"], at]);
            }
        }

        var network = site.Plan.Network;
        yield return Over(
            $"the route table of {context.FormatPath(site.View.Network)} needs", network.Routes.Count, AwsQuotas.RoutesPerTable, "route", "", [site.View.Network]);
        yield return Over(
            $"{context.FormatPath(site.View.Network)} needs", network.Subnets.Count(subnet => subnet.Existing is null), AwsQuotas.SubnetsPerVpc, "subnet", " per VPC", [site.View.Network["subnets"]]);
    }

    private static IEnumerable<Violation?> OfRegion(ValueList<Site> sites)
    {
        var gets = $"{sites[0].Plan.Region} needs";
        var regions = sites.Select(site => site.View.Path["region"]).ToValueList();
        yield return Over(gets, sites.Count(site => site.Plan.Network.Existing is null), AwsQuotas.VpcsPerRegion, "VPC", " per region", regions);
        yield return Over(gets, sites.Count(site => site.Plan.Network.InternetGateway is not null), AwsQuotas.InternetGatewaysPerRegion, "internet gateway", " per region", regions);
        yield return Over(
            gets, sites.Count(site => site.Plan.Gateway is { Kind: AwsGatewayKind.Transit, Existing: null }), AwsQuotas.TransitGatewaysPerRegion, "transit gateway", " per region", regions);
        yield return Over(
            gets, sites.Sum(site => site.Plan.Probes.Count(probe => probe.PublicIp is not null) + (site.Plan.Gateway.Appliance?.Machines.Count ?? 0)),
            AwsQuotas.ElasticAddressesPerRegion, "public address", " per region", regions);
        yield return Over(gets, sites.Count(site => site.Plan.InstanceConnect is not null), AwsQuotas.ConnectEndpointsPerRegion, "EC2 Instance Connect endpoint", " per region", regions);
    }

    // Three metrics a tunnel: whether it is up, what comes in, and what goes out.
    private static IEnumerable<Violation> OfDashboard(RuleContext context) =>
        context.Plan.Dashboard is not null
        && Over(
            "the dashboard needs", 3 * context.Plan.AwsSites.Sum(site => site.Links.Sum(link => link.Connections.Sum(connection => connection.Tunnels.Count))),
            AwsQuotas.MetricsPerDashboard, "metric", "", [RequestPath.Root.At("monitoring.dashboard")]) is { } violation
            ? [violation]
            : [];

    private static Violation? Over(string gets, int count, int quota, string thing, string each, ValueList<RequestPath> paths) => count > quota
        ? new Violation($"{gets} {Phrase.Count(count, thing, thing.EndsWith('s') ? $"{thing}es" : null)}, more than AWS's default quota of {quota}{each}", paths)
        : null;

    private sealed record Site(AwsView View, AwsSitePlan Plan);
}
