using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The stacks of each layout, in the order in which they are applied, and which of them reads which.</summary>
internal sealed class StackParts(string stem, IReadOnlyList<AwsSitePlan> aws, IReadOnlyList<AzureSitePlan> azure, IReadOnlyList<LinkPlan> links, bool hasDashboard)
{
    public IEnumerable<StackPlan> Of(StackLayout layout) => layout switch
    {
        StackLayout.PerCloud => PerCloud(),
        StackLayout.PerSite => PerSite(),
        _ => [Stack(StackPart.All, null, [])],
    };

    private IEnumerable<StackPlan> PerCloud()
    {
        var gateways = Stack(StackPart.AzureGateways, null, []);
        var tunnels = Stack(StackPart.Aws, null, [gateways]);
        return [gateways, tunnels, Stack(StackPart.AzureConnections, null, [gateways, tunnels])];
    }

    // Only sites that a link joins read each other.
    private IEnumerable<StackPlan> PerSite()
    {
        var shared = MakesKey(aws.Select(site => site.Ssh)) || MakesKey(azure.Select(site => site.Ssh)) ? Stack(StackPart.Shared, null, []) : null;
        IEnumerable<StackPlan> SharedBy(SshPlan? ssh) => shared is not null && MakesKey([ssh]) ? [shared] : [];
        var gateways = azure.ToDictionary(site => site.Name, site => Stack(StackPart.AzureGateways, site.Name, SharedBy(site.Ssh)));
        var tunnels = aws.ToDictionary(site => site.Name, site => Stack(
            StackPart.Aws, site.Name, SharedBy(site.Ssh).Concat(links.Where(link => link.AwsSite == site.Name).Select(link => gateways[link.AzureSite]))));
        var connections = links.GroupBy(link => link.AzureSite, link => tunnels[link.AwsSite])
            .Select(site => Stack(StackPart.AzureConnections, site.Key, site.Prepend(gateways[site.Key])));
        return
        [
            .. shared is null ? Array.Empty<StackPlan>() : [shared],
            .. gateways.Values,
            .. tunnels.Values,
            .. connections,
            .. hasDashboard ? [Stack(StackPart.Dashboard, null, links.Select(link => tunnels[link.AwsSite]))] : Array.Empty<StackPlan>(),
        ];
    }

    private static bool MakesKey(IEnumerable<SshPlan?> logins) => logins.Any(ssh => ssh is { PublicKey: null });

    private StackPlan Stack(StackPart part, string? site, IEnumerable<StackPlan> reads)
    {
        var cloud = part == StackPart.Aws ? Cloud.Aws : Cloud.Azure;
        var suffix = part == StackPart.All ? null : Names.Join(Words.Of(part), site is not null && Names.Peer(cloud, site) is { } name ? Names.Part(name) : null);
        return new StackPlan { Name = Names.Join(stem, suffix), Suffix = suffix, Part = part, Site = site, Reads = [.. reads.Select(stack => stack.Name).Distinct()], Backend = new Backend() };
    }
}
