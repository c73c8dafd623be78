using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>The routes of a plan in every route table of its network.</summary>
internal static class AwsRoutes
{
    /// <param name="scope">What the routes belong to.</param>
    /// <param name="network">The network with the route tables.</param>
    /// <param name="target">Which of the network's routes.</param>
    /// <param name="lead">Says where a route leads to.</param>
    /// <param name="place">The place of the site.</param>
    /// <returns>The routes.</returns>
    public static IReadOnlyList<AwsRouteResource> Add(Construct scope, AwsNetwork network, AwsRouteTarget target, Action<AwsRouteResourceConfig> lead, AwsResourceScope place)
    {
        var routes = new List<AwsRouteResource>();
        foreach (var route in network.Plan.Routes.Where(route => route.Target == target))
        {
            foreach (var table in network.RouteTables)
            {
                var config = new AwsRouteResourceConfig
                {
                    Provider = place.Provider,
                    Region = place.Region,
                    RouteTableId = table.Id,
                    DestinationCidrBlock = route.Destination.ToString(),
                };
                lead(config);
                routes.Add(new AwsRouteResource(scope, table.Of($"route-{AwsNames.Id(route.Destination)}"), config));
            }
        }

        return routes;
    }
}
