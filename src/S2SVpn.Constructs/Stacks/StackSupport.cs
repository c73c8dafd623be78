using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// What a plan can hold and the constructs don't build. A stack is made of all of a plan or not at all: nothing that was
/// asked for is left out without a word.
/// </summary>
public static class StackSupport
{
    public static IEnumerable<string> Missing(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.AwsSites.SelectMany(Missing)
            .Concat(plan.AzureSites.SelectMany(Missing))
            .Concat(Named(("a dashboard", plan.Dashboard is not null)))
            .Distinct();
    }

    private static IEnumerable<string> Missing(AwsSitePlan site) => Named(
        ("an appliance in AWS", site.Gateway.Kind == AwsGatewayKind.Appliance),
        ("test machines (probes)", site.Probes.Count > 0),
        ("alarms (monitoring)", site.Alarms is not null),
        ("tunnel logs", site.Links.Any(link => link.LogGroups.Count > 0)));

    private static IEnumerable<string> Missing(AzureSitePlan site) => Named(
        ("an appliance in Azure", site.Gateway.Kind != AzureGatewayKind.Managed),
        ("test machines (probes)", site.Probes.Count > 0),
        ("alerts (monitoring)", site.Alerts is not null),
        ("diagnostics (monitoring)", site.Diagnostics is not null));

    private static IEnumerable<string> Named(params (string Name, bool Asked)[] features) =>
        features.Where(feature => feature.Asked).Select(feature => feature.Name);
}
