using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class PlanLimits : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ122",
        Level = FindingLevel.Warning,
        Title = "The resources fit in Azure's limits",
        Why = "Azure rejects resources beyond its limits for network security group rules, routes, peerings and so on. Some of "
            + "them can be raised on request.",
        Sources =
        [
            new("learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits", "Microsoft: limits of networking"),
            Source.AzureFaq,
        ],
        Fix = "Use fewer: summarize networks and port ranges, or spread the sites over gateways.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        context.AzureSites.Zip(context.Plan.AzureSites, (view, plan) => OfSite(context, view, plan)).SelectMany(violations => violations).OfType<Violation>();

    private static IEnumerable<Violation?> OfSite(RuleContext context, AzureView view, AzureSitePlan plan)
    {
        foreach (var group in plan.SecurityGroups)
        {
            var at = group.Kind == NetworkSecurityGroupKind.Spoke
                ? view.Network["spokes"][view.Site.Network.Spokes.Index().First(spoke => spoke.Item.Name == group.Place).Index]
                : view.Network["subnets"][group.Place];
            ValueList<RequestPath> paths = [RequestPath.Root["access"], at];
            var gets = $"the security group of {context.FormatPath(at)} needs";
            yield return Over(gets, group.Rules.Count, AzureLimits.RulesPerSecurityGroup, "rule", paths);
            // Without access, all networks of both sides are in it, and those behind a site are the most.
            yield return Over(
                gets, group.Rules.Sum(rule => rule.Local.Count + rule.Remote.Count), AzureLimits.AddressesPerSecurityGroup, "network",
                [.. paths, view.Path["behind"], .. view.ResolvedLinks.Select(resolved => resolved.Aws.Path["behind"])]);
        }

        var network = plan.Network;
        yield return Over($"the route table of {context.FormatPath(view.Network)} needs", network.RouteTable?.Routes.Count ?? 0, AzureLimits.RoutesPerTable, "route", [view.Network]);
        yield return Over(
            $"{context.FormatPath(view.Network)} needs", network.Subnets.Count(subnet => subnet.Existing is null), AzureLimits.SubnetsPerNetwork, "subnet", [view.Network["subnets"]]);
        yield return Over($"{context.FormatPath(view.Network)} needs", network.Spokes.Count, AzureLimits.PeeringsPerNetwork, "peering", [view.Network["spokes"]]);
        foreach (var (link, resolved) in plan.Links.Zip(view.ResolvedLinks))
        {
            yield return Over(
                $"the local network gateways of {context.FormatPath(resolved.Link.Path)} need",
                link.Connections.Select(connection => connection.LocalNetworkGateway.AddressSpace.Count).DefaultIfEmpty().Max(),
                AzureLimits.PrefixesPerLocalNetworkGateway, "network", [resolved.Link.Path]);
        }
    }

    private static Violation? Over(string gets, int count, int limit, string thing, ValueList<RequestPath> paths) =>
        count > limit ? new Violation($"{gets} {Phrase.Count(count, thing)}, more than Azure's limit of {limit}", paths) : null;
}
