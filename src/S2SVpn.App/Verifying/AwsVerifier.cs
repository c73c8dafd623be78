using System.Globalization;
using System.Text.Json.Nodes;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Verifying;

/// <summary>What AWS says of a site: its tunnels, what it learned in them, and the routes of its tables.</summary>
internal sealed class AwsVerifier(ConnectivityPlan plan, DeployedOutputs outputs, ICloudShell shell)
{
    // The whole answer has the keys of the tunnels in it: only this much is asked for.
    private const string Telemetry = "VpnConnections[].{Id:VpnConnectionId,State:State,Tunnels:VgwTelemetry[].{Ip:OutsideIpAddress,Status:Status,Message:StatusMessage,Routes:AcceptedRouteCount}}";

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(AwsSitePlan site, CancellationToken stop)
    {
        var ids = site.Links.SelectMany(link => link.Connections, (link, connection) => Id(link, connection)).OfType<string>().ToList();
        var checks = new List<VerifyCheck>();
        var answer = ids.Count == 0 ? new CloudAnswer(null, null) : await AskAsync(site, "ec2", ["describe-vpn-connections", "--vpn-connection-ids", .. ids, "--query", Telemetry], stop);
        foreach (var link in site.Links)
        {
            checks.AddRange(link.Connections.SelectMany(connection => Tunnels(link, connection, answer)));
        }

        checks.AddRange(await new AwsMachinesVerifier(outputs, (service, what) => AskAsync(site, service, what, stop)).CheckAsync(site));
        checks.AddRange(await new AwsRoutesVerifier(plan, outputs, what => AskAsync(site, "ec2", what, stop)).CheckAsync(site));
        return checks;
    }

    private Task<CloudAnswer> AskAsync(AwsSitePlan site, string service, IEnumerable<string> what, CancellationToken stop) =>
        shell.AskAsync("aws", [service, .. what, "--region", site.Region, "--output", "json", .. site.Profile is { } profile ? ["--profile", profile] : (string[])[]], stop);

    private string? Id(AwsLinkPlan link, VpnConnectionPlan connection) =>
        outputs.Find("aws_vpn_connection_ids", link.Name, connection.Number.ToString(CultureInfo.InvariantCulture));

    private IEnumerable<VerifyCheck> Tunnels(AwsLinkPlan link, VpnConnectionPlan connection, CloudAnswer answer)
    {
        var found = (answer.Json as JsonArray)?.FirstOrDefault(one => (string?)one?["Id"] == Id(link, connection));
        foreach (var tunnel in connection.Tunnels.Select(end => end.Tunnel).Where(tunnel => tunnel.IsUsed))
        {
            var name = $"{link.Name} {tunnel.Id}, AWS";
            var ip = outputs.Find("aws_tunnel_public_ips", link.Name, tunnel.Id);
            var seen = (found?["Tunnels"] as JsonArray)?.FirstOrDefault(one => (string?)one?["Ip"] == ip);
            if (seen is null)
            {
                yield return new VerifyCheck("tunnels", name, "up", "unknown", Passed: false, answer.Error ?? Missing(connection, found));
                continue;
            }

            var isUp = (string?)seen["Status"] == "UP";
            var message = (string?)seen["Message"] is { Length: > 0 } said ? $": {said}" : "";
            yield return new VerifyCheck("tunnels", name, "up", isUp ? "up" : $"down{message}", isUp, isUp ? null : TunnelCauses.OfAws((string?)seen["Message"], link.Routing));
            if (link.Routing == Routing.Bgp && isUp)
            {
                var count = (int?)seen["Routes"] ?? 0;
                yield return new VerifyCheck(
                    "learned routes", name, "at least 1", count.ToString(CultureInfo.InvariantCulture), count > 0,
                    count > 0 ? null : $"The session stands, and Azure announces nothing in it: look at 'az network vnet-gateway list-advertised-routes' for the peer {tunnel.AwsAddress}.");
            }
        }
    }

    private static string Missing(VpnConnectionPlan connection, JsonNode? found) => found is null
        ? $"AWS has no VPN connection {connection.Name} of the outputs: it was deleted, or the outputs are of another deployment."
        : $"The connection is {(string?)found["State"]}, and has no tunnel of that address: it was replaced after the outputs were written. Run 'terraform apply' again.";
}
