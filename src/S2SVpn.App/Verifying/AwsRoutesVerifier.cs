using System.Text.Json.Nodes;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Verifying;

/// <summary>Where AWS sends what is meant for Azure: the route tables of the VPC, and that of the transit gateway.</summary>
internal sealed class AwsRoutesVerifier(ConnectivityPlan plan, DeployedOutputs outputs, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
{
    private const string Tables = "RouteTables[].{Id:RouteTableId,Routes:Routes[].{To:DestinationCidrBlock,State:State,Gateway:GatewayId,Transit:TransitGatewayId,Instance:InstanceId,Interface:NetworkInterfaceId,Peering:VpcPeeringConnectionId,Nat:NatGatewayId}}";
    private const string DefaultTable = "TransitGateways[0].Options.AssociationDefaultRouteTableId";
    private const string Found = "Routes[].{To:DestinationCidrBlock,Kind:TransitGatewayAttachments[0].ResourceType}";

    private static readonly string[] Targets = ["Instance", "Interface", "Transit", "Peering", "Nat", "Gateway"];

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(AwsSitePlan site)
    {
        var networks = plan.Links.Where(link => link.AwsSite == site.Name).SelectMany(link => link.Networks.AzureSeenFromAws).Distinct().ToList();
        var checks = new List<VerifyCheck>();
        if (outputs.List("aws_route_table_ids", site.Name) is { Count: > 0 } tables)
        {
            var answer = await ask(["describe-route-tables", "--route-table-ids", .. tables, "--query", Tables]);
            checks.AddRange(tables.SelectMany(table => networks.Select(network => InTable(site, table, network, answer))));
        }

        if (site.Gateway.Kind == AwsGatewayKind.Transit && (site.Gateway.Existing ?? outputs.Find("aws_gateway_ids", site.Name)) is { } gateway)
        {
            var table = site.Gateway.Transit?.RouteTable is { } named
                ? named
                : (string?)((await ask(["describe-transit-gateways", "--transit-gateway-ids", gateway, "--query", DefaultTable])).Json as JsonValue);
            var answer = table is null
                ? new CloudAnswer(null, $"AWS does not say which route table {gateway} has.")
                : await ask(["search-transit-gateway-routes", "--transit-gateway-route-table-id", table, "--filters", "Name=state,Values=active", "--query", Found]);
            checks.AddRange(networks.Select(network => InTransit(table ?? gateway, network, answer)));
        }

        return checks;
    }

    // The longest route counts; of two that are as long, the one that was written counts before one that was learned.
    private VerifyCheck InTable(AwsSitePlan site, string table, Cidr network, CloudAnswer answer)
    {
        var routes = ((answer.Json as JsonArray)?.FirstOrDefault(one => (string?)one?["Id"] == table)?["Routes"] as JsonArray)?.OfType<JsonNode>()
            .Where(route => (string?)route["State"] == "active").Select(route => (Route: route, To: To(route))).Where(pair => pair.To is { } to && to.Overlaps(network)).ToList();
        var way = routes?.Where(pair => IsGateway(site, pair.Route) && pair.To!.Contains(network)).OrderByDescending(pair => pair.To!.PrefixLength).FirstOrDefault() ?? default;
        var away = routes?.FirstOrDefault(pair => !IsGateway(site, pair.Route) && pair.To!.PrefixLength >= (way.To?.PrefixLength ?? 0)) ?? default;
        var isGood = way.Route is not null && away.Route is null;
        return new VerifyCheck(
            "routes", $"{table} to {network}", "active, to the gateway", isGood ? "active, to the gateway" : away.Route is not null ? $"{away.To} to {Target(away.Route)}" : routes is null ? "unknown" : "none", isGood,
            isGood ? null : answer.Error ?? (away.Route is not null ? "A route of the table's own leads it away from the gateway: nothing that BGP brings counts before it." : Way(site)));
    }

    private static VerifyCheck InTransit(string table, Cidr network, CloudAnswer answer)
    {
        var routes = (answer.Json as JsonArray)?.OfType<JsonNode>().ToList();
        var best = routes?.Where(route => To(route) is { } to && to.Contains(network)).MaxBy(route => To(route)!.PrefixLength);
        var kind = (string?)best?["Kind"];
        return new VerifyCheck("transit routes", $"{table} to {network}", "to a VPN", kind is null ? routes is null ? "unknown" : "none" : $"to a {(kind == "vpn" ? "VPN" : kind)}", kind == "vpn",
            kind == "vpn" ? null : answer.Error ?? "The transit gateway has no way into a tunnel for it: no session is up, or the VPN attachment is not propagated into this table.");
    }

    private bool IsGateway(AwsSitePlan site, JsonNode route) => site.Gateway.Kind switch
    {
        AwsGatewayKind.Transit => (string?)route["Transit"] is { Length: > 0 },
        AwsGatewayKind.VirtualPrivate => ((string?)route["Gateway"])?.StartsWith("vgw-", StringComparison.Ordinal) == true,
        _ => outputs.List("aws_appliance_ids", site.Name).Contains((string?)route["Instance"] ?? ""),
    };

    private static Cidr? To(JsonNode route) => Cidr.TryParse((string?)route["To"] ?? "", out var to, out _) ? to : null;

    private static string Target(JsonNode route) =>
        Targets.Select(kind => (string?)route[kind]).FirstOrDefault(id => id is { Length: > 0 }) ?? "nowhere";

    private static string Way(AwsSitePlan site) => site.Gateway.Kind switch
    {
        AwsGatewayKind.Transit => "The VPC's table has no active route to the transit gateway: is its attachment available ('aws ec2 describe-transit-gateway-vpc-attachments')?",
        AwsGatewayKind.VirtualPrivate => "The virtual private gateway propagates no such route: no tunnel is up, or propagation is off in this table ('aws ec2 describe-route-tables', PropagatingVgws).",
        _ => "The table has no active route to a machine of the gateway: does it run ('aws ec2 describe-instance-status'), and what does its s2s-watch log?",
    };
}
