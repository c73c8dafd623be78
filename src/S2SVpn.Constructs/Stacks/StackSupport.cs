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
            .Concat(plan.Links.SelectMany(Missing))
            .Concat(Named(
                ("a dashboard", plan.Dashboard is not null),
                ("one stack a cloud (terraform.stacks)", plan.Terraform.Stacks.Count > 1)))
            .Distinct();
    }

    private static IEnumerable<string> Missing(AwsSitePlan site) => Named(
        ("an existing VPC", site.Network.Existing is not null),
        ("an existing subnet in AWS", site.Network.Subnets.Any(subnet => subnet.Existing is not null)),
        ("an appliance in AWS", site.Gateway.Kind == AwsGatewayKind.Appliance),
        ("an existing gateway in AWS", site.Gateway.Existing is not null),
        ("a route table of an existing transit gateway", site.Gateway.Transit?.RouteTable is not null),
        ("test machines (probes)", site.Probes.Count > 0),
        ("alarms (monitoring)", site.Alarms is not null),
        ("tunnel logs", site.Links.Any(link => link.LogGroups.Count > 0)));

    private static IEnumerable<string> Missing(AzureSitePlan site) => Named(
        ("an existing resource group", site.ResourceGroup.Existing),
        ("an existing VNet", site.Network.Existing is not null),
        ("an existing subnet in Azure", site.Network.Subnets.Any(subnet => subnet.Existing is not null)),
        ("spokes", site.Network.Spokes.Count > 0),
        ("an appliance in Azure", site.Gateway.Kind != AzureGatewayKind.Managed),
        ("an existing gateway in Azure", site.Gateway.Existing is not null),
        ("address translation (nat)", site.Gateway.NatRules.Count > 0),
        ("test machines (probes)", site.Probes.Count > 0),
        ("alerts (monitoring)", site.Alerts is not null),
        ("diagnostics (monitoring)", site.Diagnostics is not null));

    private static IEnumerable<string> Missing(LinkPlan link) => Named(
        ("keys that are not generated here, or copied to a secret store", link.Keys.Any(key =>
            key.Source != KeySource.Generated || key.CopyToSecretsManager is not null || key.CopyToKeyVault is not null)));

    private static IEnumerable<string> Named(params (string Name, bool Asked)[] features) =>
        features.Where(feature => feature.Asked).Select(feature => feature.Name);
}
