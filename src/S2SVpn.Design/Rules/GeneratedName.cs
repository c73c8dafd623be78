using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>The name of something that is made.</summary>
/// <param name="Place">Where it has to be the only one: a VPC, a region, a resource group.</param>
/// <param name="Kind">What has the name.</param>
/// <param name="Name">The name.</param>
/// <param name="Path">What in the request makes it.</param>
internal sealed record GeneratedName(string Place, string Kind, string Name, RequestPath Path)
{
    // What AWS keeps apart by capitals as well: alarms, log groups, key pairs, secrets.
    private bool IsAzure { get; init; }

    /// <summary>What no two may share.</summary>
    public (string, string, string) Identity => (Place, Kind, IsAzure ? Name.ToUpperInvariant() : Name);

    public static IEnumerable<GeneratedName> Of(RuleContext context) =>
    [
        .. context.AwsSites.Zip(context.Plan.AwsSites, OfAws).SelectMany(names => names),
        .. context.AzureSites.Zip(context.Plan.AzureSites, OfAzure).SelectMany(names => names),
        .. context.ResolvedLinks.Zip(context.Plan.Links, OfKeys).SelectMany(names => names),
    ];

    private static IEnumerable<GeneratedName> OfAws(AwsView view, AwsSitePlan plan)
    {
        var region = $"{plan.Account ?? plan.Profile ?? plan.Role} {plan.Region}";
        var vpc = plan.Network.Existing is { } existing ? $"{region} {existing}" : $"aws {plan.Name}";
        (string Place, string Kind, string? Name, RequestPath Path)[] names =
        [
            .. plan.SecurityGroups.Where(group => group.Name is not null).Select(group => (
                vpc, "security group", group.Name, group.Kind == SecurityGroupKind.Subnet ? view.Network["subnets"][group.Subnet!] : RequestPath.Root["probes"])),
            (vpc, "security group", plan.Gateway.Appliance?.SecurityGroup, view.Gateway),
            (vpc, "security group", plan.InstanceConnect?.SecurityGroup, RequestPath.Root["probes"]),
            (region, "key pair", plan.Gateway.Appliance?.Ssh.KeyName, view.Gateway),
            (region, "key pair", plan.Ssh?.KeyName, view.Path),
            (region, "topic", plan.Alarms?.Topic, view.Path),
            .. plan.Gateway.Appliance is not { } appliance ? [] : appliance.Machines.SelectMany(machine => new[] { (region, "alarm", machine.DownAlarm, view.Gateway), (region, "alarm", machine.HostAlarm, view.Gateway) }),
            .. plan.Links.Zip(view.ResolvedLinks).SelectMany(link => OfLink(region, link.First, link.Second.Link.Path)),
        ];
        return names.Where(name => name.Name is not null).Select(name => new GeneratedName(name.Place, name.Kind, name.Name!, name.Path));
    }

    private static IEnumerable<(string, string, string?, RequestPath)> OfLink(string region, AwsLinkPlan link, RequestPath path) =>
    [
        .. link.LogGroups.Select(group => (region, "log group", (string?)group.Name, path)),
        .. link.Connections.SelectMany(connection => connection.Tunnels).Select(tunnel => (region, "alarm", tunnel.DownAlarm, path)),
        .. link.ApplianceTunnels.Select(tunnel => (region, "alarm", tunnel.DownAlarm, path)),
        (region, "alarm", link.AllDownAlarm, path),
    ];

    private static IEnumerable<GeneratedName> OfAzure(AzureView view, AzureSitePlan plan)
    {
        var group = $"{plan.Subscription} {plan.ResourceGroup.Name}".ToUpperInvariant();
        var probes = RequestPath.Root.At("probes.azure");
        var spokes = plan.Network.Spokes.Select((spoke, index) => (Plan: spoke, Path: view.Network["spokes"][index])).ToList();
        (string Kind, string? Name, RequestPath Path)[] names =
        [
            ("resource group", plan.ResourceGroup.Existing ? null : plan.ResourceGroup.Name, view.Path["resourceGroup"]),
            ("VNet", plan.Network.Existing is null ? plan.Network.Name : null, view.Network),
            .. spokes.Where(spoke => spoke.Plan.Existing is null).Select(spoke => ("VNet", (string?)spoke.Plan.Name, spoke.Path)),
            .. plan.SecurityGroups.Select(filter => (
                "network security group", (string?)filter.Name,
                filter.Kind == NetworkSecurityGroupKind.Spoke ? spokes.Find(spoke => spoke.Plan.Key == filter.Place).Path : view.Network["subnets"][filter.Place])),
            ("network security group", plan.Gateway.Appliance?.SecurityGroup, view.Gateway),
            ("route table", plan.Network.RouteTable?.Name, view.Network),
            ("gateway", plan.Gateway is { Appliance: null, Existing: null } ? plan.Gateway.Name : null, view.Gateway),
            .. plan.Gateway.Instances.Select(instance => ("public address", instance.PublicIp, view.Gateway)),
            .. plan.Probes.SelectMany(probe => new[] { ("machine", (string?)probe.Name, probes), ("public address", probe.PublicIp, probes) }),
            .. plan.Gateway.Appliance is not { } appliance ? [] : appliance.Machines.SelectMany(machine =>
                new[] { ("machine", (string?)machine.Name, view.Gateway), ("public address", machine.PublicIp, view.Gateway), ("alert", machine.DownAlarm, view.Gateway) }),
            ("action group", plan.Alerts?.ActionGroup, view.Path),
            ("workspace", plan.Diagnostics?.Workspace, view.Path),
            .. plan.Links.Zip(view.ResolvedLinks).SelectMany(link => link.First.Connections.SelectMany(connection => new (string, string?, RequestPath)[]
            {
                ("connection", connection.Name, link.Second.Link.Path),
                ("local network gateway", connection.LocalNetworkGateway.Name, link.Second.Link.Path),
                ("alert", connection.DownAlert, link.Second.Link.Path),
            })),
        ];
        return names.Where(name => name.Name is not null)
            .Select(name => new GeneratedName(group, name.Kind, name.Name!, name.Path) { IsAzure = true });
    }

    private static IEnumerable<GeneratedName> OfKeys(ResolvedLink resolved, LinkPlan link)
    {
        var path = resolved.Link.At("keys.copyTo");
        var region = $"{resolved.Aws.Site.Account ?? resolved.Aws.Site.Profile ?? resolved.Aws.Site.Role} {resolved.Aws.Site.Region}";
        foreach (var key in link.Keys)
        {
            if (key.CopyToSecretsManager is { } secret)
            {
                yield return new GeneratedName(region, "secret", secret.Name, path["secretsManager"]);
            }

            if (key.CopyToKeyVault is { } vault)
            {
                yield return new GeneratedName(KeyVaultKeys.Identity(vault.Vault), "secret", vault.Name, path["keyVault"]) { IsAzure = true };
            }
        }
    }
}
