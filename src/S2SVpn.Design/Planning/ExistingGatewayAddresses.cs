using System.Globalization;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Planning;

/// <summary>
/// The BGP addresses that an existing Azure gateway needs, and the command that gives it them. Terraform neither changes
/// nor reads them: azurerm's data source does not have them, so that nothing can check them before the first connection
/// is made.
/// </summary>
internal static class ExistingGatewayAddresses
{
    /// <summary>The command that sets them; it replaces what each instance has.</summary>
    /// <param name="gateway">The id of the gateway.</param>
    /// <param name="addresses">Those of each instance.</param>
    public static string Command(string gateway, IEnumerable<IEnumerable<Ipv4>> addresses) => string.Join(
        ' ', addresses.Select(Set).Prepend($"az network vnet-gateway update --ids {gateway}"));

    /// <summary>What explain says of a gateway that exists.</summary>
    internal static IEnumerable<PlanNote> Notes(ConnectivityPlan plan) =>
        from site in plan.AzureSites
        let gateway = site.Gateway
        let addresses = gateway.Instances.Select(instance => instance.BgpAddresses).ToValueList()
        let missing = addresses.SelectMany(each => each).Except(gateway.ExistingBgpAddresses).ToList()
        where gateway is { Existing: not null, Bgp: true }
        select new PlanNote(
            $"{site.Name}: the existing gateway needs the BGP addresses {string.Join(" and ", addresses.Select(Instance))}. "
            + (missing.Count == 0
                ? "The request says that it has them."
                : $"The request does not say that it has {string.Join(", ", missing)}. This command sets them; it replaces "
                    + "the addresses of each instance, so add those that other connections use:"),
            missing.Count == 0 ? null : Command(gateway.Existing!, addresses));

    private static string Instance(ValueList<Ipv4> addresses, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", addresses)} on instance {index}");

    private static string Set(IEnumerable<Ipv4> addresses, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"--set 'bgpSettings.bgpPeeringAddresses[{index}].customBgpIpAddresses=[{string.Join(",", addresses.Select(address => $"\"{address}\""))}]'");
}
