namespace S2SVpn.Design.Planning.Diffing;

/// <summary>
/// The resources of a plan, each after those that it refers to. What can't be changed where it stands follows the
/// providers' own code (hashicorp/aws 6.25, internal/service/ec2; hashicorp/azurerm 4.55, internal/services/network).
/// </summary>
internal static class PlannedResources
{
    public static IEnumerable<PlannedResource> Of(ConnectivityPlan plan)
    {
        var tunnels = new SiteTunnels(plan);
        return
        [
            .. SettingResources.Of(plan),
            .. plan.AzureSites.SelectMany(site => AzureSiteResources.Of(site, tunnels.OfAzure(site.Name))),
            .. plan.AwsSites.SelectMany(site => AwsSiteResources.Of(site, tunnels.OfAws(site.Name))),
            .. plan.AwsSites.SelectMany(site => AwsLinkResources.Of(plan, site)),
            .. plan.AzureSites.SelectMany(site => AzureLinkResources.Of(plan, site)),
            .. plan.AwsSites.SelectMany(AwsExtraResources.Of),
            .. plan.AzureSites.SelectMany(AzureExtraResources.Of),
        ];
    }

    private sealed class SiteTunnels(ConnectivityPlan plan)
    {
        private readonly ILookup<string, TunnelPlan> _aws = Lookup(plan, link => link.AwsSite);
        private readonly ILookup<string, TunnelPlan> _azure = Lookup(plan, link => link.AzureSite);

        public ValueList<TunnelPlan> OfAws(string site) => _aws[site].ToValueList();

        public ValueList<TunnelPlan> OfAzure(string site) => _azure[site].ToValueList();

        private static ILookup<string, TunnelPlan> Lookup(ConnectivityPlan plan, Func<LinkPlan, string> site) => plan.Links
            .SelectMany(link => link.Tunnels.Where(tunnel => tunnel.IsUsed).Select(tunnel => (Site: site(link), Tunnel: tunnel)))
            .ToLookup(each => each.Site, each => each.Tunnel, StringComparer.Ordinal);
    }
}
