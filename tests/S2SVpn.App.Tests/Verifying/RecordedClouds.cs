using System.Text.Json.Nodes;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Tests.Verifying;

/// <summary>
/// Answers as 'aws' and 'az' do, in the shapes that they have recorded, with the values of a plan. Healthy, unless a tunnel
/// is given a fault.
/// </summary>
internal sealed class RecordedClouds(ConnectivityPlan plan) : ICloudShell
{
    public HashSet<(string Link, string Tunnel)> Down { get; } = [];

    public HashSet<(string Link, string Tunnel)> BgpDown { get; } = [];

    public uint? WrongAsn { get; init; }

    public bool NoRoutes { get; init; }

    public bool NotAnnounced { get; init; }

    public bool NotLoggedIn { get; init; }

    /// <summary>Who is logged in to AWS.</summary>
    public string Login { get; init; } = "arn:aws:sts::111122223333:assumed-role/deploy/session";

    /// <summary>What neither cloud allows.</summary>
    public IReadOnlyList<string> NotAllowed { get; init; } = [];

    public int FreeAddresses { get; init; } = 9;

    /// <summary>Networks that a route table of Azure leads away.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Every call, to see that nothing is changed and no key is asked for.</summary>
    public List<string> Calls { get; } = [];

    public string Outputs()
    {
        var ids = new JsonObject();
        var (ips, azure, connections) = (new JsonObject(), new JsonObject(), new JsonObject());
        foreach (var link in plan.Links)
        {
            ids[link.Name] = new JsonObject(link.Connections.Select(connection => KeyValuePair.Create($"{connection.Number}", (JsonNode?)Vpn(link, connection.Number))));
            ips[link.Name] = new JsonObject(link.Tunnels.Select(tunnel => KeyValuePair.Create(tunnel.Id, (JsonNode?)Ip(tunnel))));
            connections[link.Name] = new JsonObject(link.Tunnels.Where(tunnel => tunnel.IsUsed).Select(tunnel => KeyValuePair.Create(tunnel.Id, (JsonNode?)Connection(tunnel))));
        }

        foreach (var site in plan.AzureSites)
        {
            azure[site.Name] = $"gateway-{site.Name}";
        }

        return new JsonObject
        {
            ["aws_vpn_connection_ids"] = Output(ids),
            ["aws_tunnel_public_ips"] = Output(ips),
            ["azure_connection_ids"] = Output(connections),
            ["azure_gateway_ids"] = Output(azure),
            ["azure_subnet_ids"] = Output(new JsonObject(plan.AzureSites.Select(site => KeyValuePair.Create(site.Name, (JsonNode?)new JsonObject(site.Network.Subnets.Select(subnet => KeyValuePair.Create(subnet.Key, (JsonNode?)$"subnet-{subnet.Key}"))))))),
            ["aws_gateway_ids"] = Output(new JsonObject(plan.AwsSites.Select(site => KeyValuePair.Create(site.Name, (JsonNode?)"tgw-1")))),
            ["aws_appliance_ids"] = Output(new JsonObject(plan.AwsSites.Select(site => KeyValuePair.Create(site.Name, (JsonNode?)new JsonArray("i-1"))))),
            ["aws_route_table_ids"] = Output(new JsonObject(plan.AwsSites.Select(site => KeyValuePair.Create(site.Name, (JsonNode?)new JsonArray($"rtb-{site.Name}"))))),
            ["preshared_keys"] = new JsonObject { ["sensitive"] = true, ["value"] = "never to be shown" },
        }.ToJsonString();
    }

    public Task<CloudAnswer> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        Calls.Add($"{program} {string.Join(' ', arguments)}");
        return Task.FromResult(NotLoggedIn
            ? new CloudAnswer(null, $"'{program} {arguments[0]} {arguments[1]}' failed: not logged in")
            : new CloudAnswer(Answer(arguments), null));
    }

    private JsonNode? Answer(IReadOnlyList<string> arguments) => string.Join(' ', arguments.Take(3)) switch
    {
        "sts get-caller-identity --region" => new JsonObject { ["Account"] = plan.AwsSites[0].Account ?? "111122223333", ["Arn"] = Login },
        "ec2 describe-customer-gateways --query" => JsonValue.Create(3),
        "ec2 describe-vpn-connections --query" => new JsonArray(new JsonObject { ["Id"] = "vpn-other", ["Transit"] = "tgw-0123456789abcdef0", ["Inside"] = new JsonArray("169.254.21.0/30", "169.254.22.0/30") }),
        "ec2 describe-vpn-connections --vpn-connection-ids" => Telemetry(),
        "ec2 describe-transit-gateways --transit-gateway-ids" => JsonValue.Create("tgw-rtb-1"),
        "ec2 search-transit-gateway-routes --transit-gateway-route-table-id" => new JsonArray([.. NoRoutes ? [] : plan.Links.SelectMany(link => link.Networks.AzureSeenFromAws).Distinct().Select(network => (JsonNode)new JsonObject { ["To"] = $"{network}", ["Kind"] = "vpn" })]),
        "ec2 describe-subnets --subnet-ids" => new JsonArray([.. arguments.Skip(3).TakeWhile(id => id.StartsWith("subnet-", StringComparison.Ordinal)).Select(id => (JsonNode)new JsonObject { ["Id"] = id, ["Free"] = FreeAddresses })]),
        "iam simulate-principal-policy --policy-source-arn" => new JsonArray([.. NotAllowed.Where(arguments.Contains).Select(action => (JsonNode)action)]),
        "network list-usages --location" => new JsonArray(new JsonObject { ["used"] = $"{10 - FreeAddresses}", ["limit"] = 10 }),
        "network vnet subnet" => new JsonArray("/subscriptions/0/networkInterfaces/card/ipConfigurations/first"),
        "network nic show-effective-route-table" => List(NoRoutes ? [Effective("0.0.0.0/0", "Internet")] : [.. plan.Links.SelectMany(link => link.Networks.AwsSeenFromAzure).Select(network => Effective($"{network}", plan.AzureSites[0].Gateway.Appliance is null ? "VirtualNetworkGateway" : "VirtualAppliance")), .. Elsewhere.Select(network => Effective(network, "VirtualAppliance"))]),
        "rest --method get" => List([new JsonObject { ["actions"] = new JsonArray("*"), ["notActions"] = new JsonArray([.. NotAllowed.Select(action => (JsonNode)action)]) }]),
        "ec2 describe-route-tables --route-table-ids" => new JsonArray([.. plan.AwsSites.Select(Routes)]),
        "ec2 describe-instance-status --instance-ids" => new JsonArray(new JsonObject { ["Id"] = "i-1", ["State"] = "running", ["Host"] = "ok", ["Machine"] = "ok" }),
        "ec2 describe-network-interfaces --filters" => new JsonArray(new JsonObject { ["Machine"] = "i-1", ["Checked"] = false, ["Public"] = Ip(plan.AwsSites.SelectMany(site => site.Links).SelectMany(link => link.ApplianceTunnels).First(tunnel => tunnel.Machine == 0).Tunnel) }),
        "network vpn-connection show" => Status(arguments[4]),
        "network vnet-gateway list-bgp-peer-status" => List(Peers(arguments[4])),
        "network vnet-gateway list-learned-routes" => List(NoRoutes ? [] : plan.Links.SelectMany(link => link.Networks.AwsSeenFromAzure).Select(network => Route($"{network}", "EBgp"))),
        "network vnet-gateway list-advertised-routes" => List(NotAnnounced ? [] : plan.Links.SelectMany(link => link.Networks.AzureSeenFromAws).Select(network => Route($"{network}", "Igp"))),
        "account show -o" => new JsonObject { ["id"] = "00000000-0000-0000-0000-000000000000" },
        "provider show -n" => JsonValue.Create("Registered"),
        "group exists -n" => JsonValue.Create(false),
        _ => throw new InvalidOperationException($"Nobody recorded: {string.Join(' ', arguments)}"),
    };

    private JsonArray Telemetry() => new([.. plan.Links.SelectMany(link => link.Connections, (link, connection) => (JsonNode)new JsonObject
    {
        ["Id"] = Vpn(link, connection.Number),
        ["State"] = "available",
        ["Tunnels"] = new JsonArray([.. connection.Tunnels.Select(tunnel => (JsonNode)new JsonObject
        {
            ["Ip"] = Ip(tunnel),
            ["Status"] = IsDown(tunnel) || IsBgpDown(tunnel) ? "DOWN" : "UP",
            ["Message"] = IsDown(tunnel) ? "IPSEC IS DOWN" : IsBgpDown(tunnel) ? "IPSEC IS UP" : link.Routing == Routing.Bgp ? "1 BGP ROUTES" : "",
            ["Routes"] = NotAnnounced ? 0 : 1,
        })]),
    })]);

    private JsonObject Routes(AwsSitePlan site) => new()
    {
        ["Id"] = $"rtb-{site.Name}",
        ["Routes"] = new JsonArray([.. NoRoutes ? [] : plan.Links.SelectMany(link => link.Networks.AzureSeenFromAws).Distinct().Select(network => (JsonNode)new JsonObject
        {
            ["To"] = $"{network}",
            ["State"] = "active",
            [Target(site)] = site.Gateway.Kind switch { AwsGatewayKind.Transit => "tgw-1", AwsGatewayKind.Appliance => "i-1", _ => "vgw-1" },
        })]),
    };

    private static string Target(AwsSitePlan site) => site.Gateway.Kind switch { AwsGatewayKind.Transit => "Transit", AwsGatewayKind.Appliance => "Instance", _ => "Gateway" };

    private static JsonObject Effective(string network, string hop) => new() { ["addressPrefix"] = new JsonArray(network), ["nextHopType"] = hop, ["state"] = "Active" };

    private JsonObject Status(string connection)
    {
        var tunnel = plan.Tunnels.First(one => Connection(one) == connection);
        return new JsonObject { ["id"] = connection, ["status"] = IsDown(tunnel) ? "NotConnected" : "Connected", ["state"] = "Succeeded" };
    }

    // Each peer is listed by both instances; one of them has no session with it.
    private IEnumerable<JsonNode> Peers(string gateway) => plan.Links.Where(link => $"gateway-{link.AzureSite}" == gateway).SelectMany(link => link.Tunnels, (link, tunnel) => (link, tunnel)).SelectMany(pair => new[] { true, false }, (pair, own) => (JsonNode)new JsonObject
    {
        ["neighbor"] = $"{pair.tunnel.AwsAddress}",
        ["asn"] = JsonValue.Create((long)(WrongAsn ?? plan.AwsSite(pair.link.AwsSite).Gateway.Asn.Value)),
        ["state"] = own && !IsDown(pair.tunnel) && !IsBgpDown(pair.tunnel) ? "Connected" : "Connecting",
        ["routesReceived"] = 1,
    });

    private bool IsDown(TunnelPlan tunnel) => !tunnel.IsUsed || Down.Contains((tunnel.Link, tunnel.Id));

    private bool IsBgpDown(TunnelPlan tunnel) => BgpDown.Contains((tunnel.Link, tunnel.Id));

    private static string Vpn(LinkPlan link, int connection) => $"vpn-{link.Name}-{connection}";

    private static string Ip(TunnelPlan tunnel) => $"ip-{tunnel.Link}-{tunnel.Id}";

    private static string Connection(TunnelPlan tunnel) => $"connection-{tunnel.Link}-{tunnel.Id}";

    private static JsonObject Route(string network, string origin) => new() { ["network"] = network, ["origin"] = origin };

    private static JsonObject List(IEnumerable<JsonNode> rows) => new() { ["value"] = new JsonArray([.. rows]) };

    private static JsonObject Output(JsonNode value) => new() { ["sensitive"] = false, ["value"] = value };
}
