using System.Globalization;
using System.Text.Json.Nodes;
using S2SVpn.App.Permissions;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Verifying;

/// <summary>What could stop an apply, asked before it: accounts, quotas, inside networks in use, resource providers.</summary>
/// <param name="plan">What is to be applied.</param>
/// <param name="shell">Asks both clouds.</param>
/// <param name="needed">What Terraform has to be allowed; null where nobody knows what it deploys.</param>
internal sealed class BeforeVerifier(ConnectivityPlan plan, ICloudShell shell, NeededPermissions? needed = null)
{
    // docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html; both can be raised.
    private const int MostConnections = 50;
    private const int MostCustomerGateways = 50;

    private const string Connections = "VpnConnections[?State!='deleted'].{Id:VpnConnectionId,Gateway:VpnGatewayId,Transit:TransitGatewayId,Inside:Options.TunnelOptions[].TunnelInsideCidr}";

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(CancellationToken stop)
    {
        var checks = new List<VerifyCheck>();
        foreach (var site in plan.AwsSites)
        {
            checks.AddRange(await AwsAsync(site, stop));
        }

        foreach (var site in plan.AzureSites)
        {
            checks.AddRange(await AzureAsync(site, stop));
        }

        return checks;
    }

    private async Task<IEnumerable<VerifyCheck>> AwsAsync(AwsSitePlan site, CancellationToken stop)
    {
        string[] place = ["--region", site.Region, "--output", "json", .. site.Profile is { } profile ? ["--profile", profile] : (string[])[]];
        Task<CloudAnswer> AskAsync(IEnumerable<string> what) => shell.AskAsync("aws", [.. what, .. place], stop);
        var identity = await shell.AskAsync("aws", ["sts", "get-caller-identity", .. place], stop);
        var account = (string?)identity["Account"];
        var isRight = account is not null && (site.Account is null || site.Role is not null || site.Account == account);
        var login = new VerifyCheck("login", $"AWS {site.Name}", site.Account is { } wanted ? $"account {wanted}" : "logged in", account is null ? "not logged in" : $"account {account}", isRight,
            isRight ? null : identity.Error ?? $"This is another account than the request's. Set AWS_PROFILE, or aws.{site.Name}.account.");
        if (account is null)
        {
            return [login];
        }

        var connections = await shell.AskAsync("aws", ["ec2", "describe-vpn-connections", "--query", Connections, .. place], stop);
        var gateways = await shell.AskAsync("aws", ["ec2", "describe-customer-gateways", "--query", "length(CustomerGateways[?State!='deleted'])", .. place], stop);
        var made = site.Links.Sum(link => link.Connections.Count);
        return
        [
            login,
            Quota($"VPN connections in {site.Region}", (connections.Json as JsonArray)?.Count, made, MostConnections, connections),
            Quota($"customer gateways in {site.Region}", (int?)(gateways.Json as JsonValue), site.CustomerGateways.Count, MostCustomerGateways, gateways),
            .. Inside(site, connections),
            .. await BeforeAddresses.AwsAsync(site, AskAsync),
            .. needed is null ? [] : await BeforePermissions.AwsAsync(needed, site, (string?)identity["Arn"], AskAsync),
        ];
    }

    private static VerifyCheck Quota(string name, int? used, int made, int most, CloudAnswer answer) => new(
        "quotas", name, string.Create(CultureInfo.InvariantCulture, $"{made} more, of {most}"), used is null ? "unknown" : string.Create(CultureInfo.InvariantCulture, $"{used} in use"),
        used + made <= most, used + made <= most ? null : answer.Error ?? "There is no room for what the request makes, unless your quota was raised: ask AWS for more (Service Quotas), or delete what nobody uses.");

    // A gateway takes an inside network once.
    private static IEnumerable<VerifyCheck> Inside(AwsSitePlan site, CloudAnswer answer)
    {
        if (site.Gateway.Existing is not { } gateway)
        {
            yield break;
        }

        var taken = ((answer.Json as JsonArray) ?? []).Where(one => (string?)one?["Gateway"] == gateway || (string?)one?["Transit"] == gateway)
            .SelectMany(one => one!["Inside"] as JsonArray ?? [], (one, cidr) => (Id: (string?)one!["Id"], Cidr: (string?)cidr))
            .ToLookup(pair => pair.Cidr ?? "", pair => pair.Id, StringComparer.Ordinal);
        foreach (var tunnel in site.Links.SelectMany(link => link.Connections).SelectMany(connection => connection.Tunnels).Select(end => end.Tunnel))
        {
            var by = taken[$"{tunnel.Inside}"].FirstOrDefault();
            yield return new VerifyCheck("inside networks", $"{tunnel.Link} {tunnel.Id}: {tunnel.Inside}", "free", by is null ? "free" : $"in use by {by}", by is null,
                by is null ? null : $"{gateway} has it in a tunnel already. If that is not this request's own, give the link another slot (links[].slot).");
        }
    }

    private async Task<IEnumerable<VerifyCheck>> AzureAsync(AzureSitePlan site, CancellationToken stop)
    {
        string[] place = ["-o", "json", .. site.Subscription is { } subscription ? ["--subscription", subscription] : (string[])[]];
        var account = await shell.AskAsync("az", ["account", "show", .. place], stop);
        var id = (string?)account["id"];
        var login = new VerifyCheck("login", $"Azure {site.Name}", site.Subscription is { } wanted ? $"subscription {wanted}" : "logged in", id is null ? "not logged in" : $"subscription {id}", id is not null, id is null ? account.Error : null);
        if (id is null)
        {
            return [login];
        }

        Task<CloudAnswer> AskAsync(IEnumerable<string> what) => shell.AskAsync("az", [.. what, .. place], stop);
        string[] providers = ["Microsoft.Network", .. site.Alerts is not null || site.Diagnostics is not null ? ["Microsoft.Insights"] : (string[])[], .. site.Probes.Count > 0 ? ["Microsoft.Compute"] : (string[])[]];
        var checks = new List<VerifyCheck> { login };
        foreach (var provider in providers)
        {
            var answer = await shell.AskAsync("az", ["provider", "show", "-n", provider, "--query", "registrationState", .. place], stop);
            var state = (string?)(answer.Json as JsonValue) ?? "unknown";
            checks.Add(new VerifyCheck("resource providers", provider, "Registered", state, state == "Registered", state == "Registered" ? null : answer.Error ?? $"Run 'az provider register -n {provider} --wait'."));
        }

        if (!site.ResourceGroup.Existing)
        {
            var exists = await shell.AskAsync("az", ["group", "exists", "-n", site.ResourceGroup.Name, .. place], stop);
            var isFree = (bool?)(exists.Json as JsonValue) == false;
            checks.Add(new VerifyCheck("resource groups", site.ResourceGroup.Name, "free", isFree ? "free" : exists.Json is null ? "unknown" : "there already", isFree,
                isFree ? null : exists.Error ?? "Terraform refuses to create what is there. If it is this request's own, that is as it should be; otherwise name another one (azure.resourceGroup)."));
        }

        checks.AddRange(await BeforeAddresses.AzureAsync(site, AskAsync));
        checks.AddRange(needed is null ? [] : await BeforePermissions.AzureAsync(needed, site, id, what => shell.AskAsync("az", [.. what, "-o", "json"], stop)));
        return checks;
    }
}
