using System.Text.Json.Nodes;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Verifying;

/// <summary>Where Azure sends what is meant for AWS: the effective routes of a machine in each subnet. Azure has them only where one runs.</summary>
internal sealed class AzureRoutesVerifier(ConnectivityPlan plan, DeployedOutputs outputs, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
{
    private const string Configurations = "/ipConfigurations/";

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(AzureSitePlan site)
    {
        var networks = plan.Links.Where(link => link.AzureSite == site.Name).SelectMany(link => link.Networks.AwsSeenFromAzure).Distinct().ToList();
        var checks = new List<VerifyCheck>();
        // The machines of an appliance need no route to themselves.
        foreach (var subnet in site.Network.Subnets.Where(subnet => site.Gateway.Appliance?.Machines.Any(machine => machine.Subnet == subnet.Key) != true))
        {
            if (outputs.Find("azure_subnet_ids", site.Name, subnet.Key) is not { } id)
            {
                continue;
            }

            var machines = await ask(["vnet", "subnet", "show", "--ids", id, "--query", "ipConfigurations[].id"]);
            var card = (machines.Json as JsonArray)?.Select(one => (string?)one).FirstOrDefault(one => one?.Contains("/networkInterfaces/", StringComparison.OrdinalIgnoreCase) == true);
            if (card is not null)
            {
                var answer = await ask(["nic", "show-effective-route-table", "--ids", card[..card.IndexOf(Configurations, StringComparison.OrdinalIgnoreCase)]]);
                checks.AddRange(networks.Select(network => Effective(site, subnet.Key, network, answer)));
            }
        }

        return checks;
    }

    // The longest route counts, but for those of peerings, which win over the gateway's
    // (learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#how-azure-selects-a-route). One that is shorter than the network leads part
    // of it elsewhere.
    private static VerifyCheck Effective(AzureSitePlan site, string subnet, Cidr network, CloudAnswer answer)
    {
        var gateway = site.Gateway.Kind == AzureGatewayKind.Managed ? "VirtualNetworkGateway" : "VirtualAppliance";
        var routes = ((answer["value"] ?? answer.Json) as JsonArray)?.OfType<JsonNode>().Where(route => (string?)route["state"] == "Active")
            .SelectMany(route => (route["addressPrefix"] as JsonArray)?.Select(prefix => (Hop: (string?)route["nextHopType"], To: Cidr.TryParse((string?)prefix ?? "", out var to, out _) ? to : null)) ?? [])
            .Where(route => route.To is { } to && to.Overlaps(network)).ToList();
        var way = routes?.Where(route => route.To!.Contains(network)).OrderByDescending(route => route.To!.PrefixLength).FirstOrDefault() ?? default;
        var away = routes?.FirstOrDefault(route => route.Hop != gateway && (IsPeering(route.Hop) || route.To!.PrefixLength >= (way.To?.PrefixLength ?? 0))) ?? default;
        var isGood = way.Hop == gateway && away.Hop is null;
        return new VerifyCheck(
            "effective routes", $"{subnet}, Azure: {network}", $"to {gateway}", isGood ? $"to {gateway}" : away.Hop is not null ? $"{away.To} to {away.Hop}" : routes is null ? "unknown" : "none", isGood,
            isGood ? null : answer.Error ?? (away.Hop == "VnetLocal"
                ? "The VNet has addresses of the other side itself: look at its address space."
                : IsPeering(away.Hop)
                ? "A peered VNet has addresses of the other side, and its routes win: look at its address space."
                : away.Hop is not null && away.To!.PrefixLength > 0
                ? "A route table leads it away from the gateway: look at that of the subnet."
                : "The subnet does not have the gateway's routes: no tunnel is up, or its route table does not let them in (disableBgpRoutePropagation)."));
    }

    private static bool IsPeering(string? hop) => hop is "VNetPeering" or "VNetGlobalPeering";
}
