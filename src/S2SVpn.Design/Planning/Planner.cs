using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Puts a plan together from its parts.</summary>
internal sealed class Planner(VpnRequest request)
{
    public ConnectivityPlan Plan()
    {
        var context = new PlanContext(request);
        var links = new LinkPlanner(context).Plan();
        var flows = new FlowPlanner(context, links);
        var byAws = links.ToLookup(link => link.Plan.AwsSite, StringComparer.Ordinal);
        var byAzure = links.ToLookup(link => link.Plan.AzureSite, StringComparer.Ordinal);
        var aws = new AwsPlanner(context, flows);
        var azure = new AzurePlanner(context, flows, links);
        var awsSites = request.Aws.Select(site => aws.Plan(site.Key, site.Value, byAws[site.Key].ToList())).ToValueList();
        var azureSites = request.Azure.Select(site => azure.Plan(site.Key, site.Value, byAzure[site.Key].ToList())).ToValueList();
        var linkPlans = links.Select(link => link.Plan).ToValueList();
        var stacks = new StackParts(context.Names.Stem, awsSites, azureSites, linkPlans, request.Monitoring.Dashboard);
        return new ConnectivityPlan(StackPlanner.Plan(request, stacks))
        {
            Name = request.Name,
            Stem = context.Names.Stem,
            Tags = context.Tags,
            AwsSites = awsSites,
            AzureSites = azureSites,
            Links = linkPlans,
            Flows = flows.All,
            Dashboard = request.Monitoring.Dashboard
                ? new DashboardPlan(Names.Aws(context.Names.Stem, "vpn"), awsSites[0].Name)
                : null,
        };
    }
}
