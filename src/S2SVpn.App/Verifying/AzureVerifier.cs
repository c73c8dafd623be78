using System.Text.Json.Nodes;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Verifying;

/// <summary>What Azure says of a site: its connections, its BGP peers, and what it learns from them and announces to them.</summary>
internal sealed class AzureVerifier(ConnectivityPlan plan, DeployedOutputs outputs, ICloudShell shell)
{
    private const string Status = "{id:id,status:connectionStatus,state:provisioningState}";

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(AzureSitePlan site, CancellationToken stop)
    {
        var checks = new List<VerifyCheck>();
        foreach (var (link, connection) in site.Links.SelectMany(link => link.Connections, (link, connection) => (link, connection)))
        {
            checks.AddRange(await ConnectionAsync(link, connection, stop));
        }

        if (site.Links.Any(link => link.Routing == Routing.Bgp) && outputs.Find("azure_gateway_ids", site.Name) is { } gateway)
        {
            checks.AddRange(await BgpAsync(site, gateway, stop));
        }

        checks.AddRange(await new AzureMachinesVerifier(outputs, what => shell.AskAsync("az", [.. what, "-o", "json"], stop)).CheckAsync(site));
        checks.AddRange(await new AzureRoutesVerifier(plan, outputs, what => AskAsync(what, stop)).CheckAsync(site));

        return checks;
    }

    private Task<CloudAnswer> AskAsync(IEnumerable<string> what, CancellationToken stop) => shell.AskAsync("az", ["network", .. what, "-o", "json"], stop);

    private async Task<IEnumerable<VerifyCheck>> ConnectionAsync(AzureLinkPlan link, AzureConnectionPlan connection, CancellationToken stop)
    {
        var tunnels = connection.Tunnels.Where(tunnel => tunnel.IsUsed).ToList();
        if (tunnels.Count == 0)
        {
            return [];
        }

        var name = $"{link.Name} {tunnels[0].Id}, Azure";
        if (outputs.Find("azure_connection_ids", link.Name, tunnels[0].Id) is not { } id)
        {
            return [new VerifyCheck("tunnels", name, "connected", "not deployed", Passed: false, "The outputs have no connection for this tunnel: its stack is not applied yet.")];
        }

        var answer = await AskAsync(["vpn-connection", "show", "--ids", id, "--query", Status], stop);
        var status = (string?)answer["status"];
        return [new VerifyCheck("tunnels", name, "connected", status ?? "unknown", status == "Connected", status == "Connected" ? null : answer.Error ?? TunnelCauses.OfAzure(status))];
    }

    private async Task<IReadOnlyList<VerifyCheck>> BgpAsync(AzureSitePlan site, string gateway, CancellationToken stop)
    {
        var peers = await AskAsync(["vnet-gateway", "list-bgp-peer-status", "--ids", gateway], stop);
        var learned = await AskAsync(["vnet-gateway", "list-learned-routes", "--ids", gateway], stop);
        var checks = new List<VerifyCheck>();
        foreach (var link in plan.Links.Where(link => link.AzureSite == site.Name && link.Routing == Routing.Bgp))
        {
            var asn = plan.AwsSite(link.AwsSite).Gateway.Asn;
            foreach (var tunnel in link.Tunnels.Where(tunnel => tunnel.IsUsed))
            {
                var peer = Rows(peers).FirstOrDefault(one => (string?)one["neighbor"] == $"{tunnel.AwsAddress}" && (string?)one["state"] == "Connected")
                    ?? Rows(peers).FirstOrDefault(one => (string?)one["neighbor"] == $"{tunnel.AwsAddress}");
                checks.Add(Peer($"{link.Name} {tunnel.Id}", peer, asn, peers));
                if ((string?)peer?["state"] == "Connected")
                {
                    var announced = await AskAsync(["vnet-gateway", "list-advertised-routes", "--ids", gateway, "--peer", $"{tunnel.AwsAddress}"], stop);
                    checks.AddRange(link.Networks.AzureSeenFromAws.Select(network => Announced($"{link.Name} {tunnel.Id}", network, announced)));
                }
            }

            checks.AddRange(link.Networks.AwsSeenFromAzure.Select(network => Learned(link, network, learned)));
        }

        return checks;
    }

    private static VerifyCheck Peer(string name, JsonNode? peer, Asn asn, CloudAnswer answer)
    {
        var (state, seen) = ((string?)peer?["state"] ?? "unknown", peer?["asn"]?.ToString());
        var passed = state == "Connected" && seen == $"{asn}";
        return new VerifyCheck("bgp", name, $"connected, AS {asn}", seen is null ? state : $"{state}, AS {seen}", passed, passed ? null : answer.Error ?? (seen is not null && seen != $"{asn}"
            ? $"The peer says that it is AS {seen}: the AWS gateway has another number than the plan. Azure drops the session."
            : "The session is down. If the tunnel is up, its inside addresses differ at the two ends: compare the gateway's custom BGP addresses with the outputs (tunnels)."));
    }

    private static VerifyCheck Announced(string name, Cidr network, CloudAnswer answer)
    {
        var passed = Rows(answer).Any(route => Covers(route, network));
        return new VerifyCheck("announced routes", $"{name}: {network}", "announced", passed ? "announced" : "not announced", passed,
            passed ? null : answer.Error ?? "The gateway does not announce it: is it an address space of the VNet, or of a spoke whose peering allows gateway transit?");
    }

    private static VerifyCheck Learned(LinkPlan link, Cidr network, CloudAnswer answer)
    {
        var passed = Rows(answer).Any(route => (string?)route["origin"] == "EBgp" && Covers(route, network));
        return new VerifyCheck("learned routes", $"{link.Name}, Azure: {network}", "learned by BGP", passed ? "learned by BGP" : "not learned", passed,
            passed ? null : answer.Error ?? "AWS does not announce it: no session is up, or the network is not one of the VPC (or not propagated into the transit gateway's table).");
    }

    private static bool Covers(JsonNode route, Cidr network) => Cidr.TryParse((string?)route["network"] ?? "", out var to, out _) && to.Contains(network);

    private static IEnumerable<JsonNode> Rows(CloudAnswer answer) => ((answer["value"] ?? answer.Json) as JsonArray)?.OfType<JsonNode>() ?? [];
}
