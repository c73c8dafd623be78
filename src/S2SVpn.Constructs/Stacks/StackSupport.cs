using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// What a plan can hold and the constructs don't build. A stack is made of all of a plan or not at all: nothing that was
/// asked for is left out without a word.
/// </summary>
internal static class StackSupport
{
    public static IEnumerable<string> Missing(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Named(
            ("strongSwan in Azure", plan.AzureSites.Any(site => site.Gateway.Appliance?.Software == ApplianceSoftware.Strongswan)),
            ("A pair of machines in Azure", plan.AzureSites.Any(site => site.Gateway.Appliance?.Machines.Count > 1)));
    }

    private static IEnumerable<string> Named(params (string Name, bool Asked)[] features) =>
        features.Where(feature => feature.Asked).Select(feature => feature.Name);
}
