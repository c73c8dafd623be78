using System.Globalization;
using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// A VPN gateway that exists already. Its public addresses are read; it is not changed. Its owner has given it the BGP
/// addresses of the plan.
/// </summary>
internal sealed class AzureExistingVpnGateway : AzureGateway
{
    private readonly DataAzurermVirtualNetworkGateway _gateway;

    internal AzureExistingVpnGateway(Construct scope, string id, AzureSitePlan site, AzureResourceScope place, StackReferences references) : base(scope, id, site)
    {
        var plan = site.Gateway;
        var (group, name) = AzureResourceId.Of(plan.Existing!, references);
        ResourceGroup = group;
        _gateway = new DataAzurermVirtualNetworkGateway(this, "vgw", new DataAzurermVirtualNetworkGatewayConfig
        {
            Provider = place.Provider,
            Name = name,
            ResourceGroupName = group,
            Lifecycle = ExistingCheck.Of([.. Checks(AzureResourceId.Parse(plan.Existing!).Name, plan)]),
        });
        Id = _gateway.Id;
        Endpoints = [.. plan.Instances.Select(instance => new GatewayEndpoint(instance.Index, PublicAddress(instance.Index, place), plan.Asn) { BelongsToPlan = true })];
    }

    public override string Id { get; }

    public override IReadOnlyList<GatewayEndpoint> Endpoints { get; }

    internal override ITerraformDependable Dependable => _gateway;

    private protected override string ResourceGroup { get; }

    private protected override string IpConfigurationId(GatewayInstancePlan instance) => $"${{{IpConfiguration(instance.Index)}.id}}";

    private static IEnumerable<(string Condition, string Message)> Checks(string name, AzureGatewayPlan plan)
    {
        yield return ("self.type == \"Vpn\" && self.vpn_type == \"RouteBased\"", $"The gateway {name} is no route-based VPN gateway, and the tunnels need one.");
        if (plan.ActiveActive)
        {
            yield return ("self.active_active", $"The gateway {name} has one instance, and the request asks for two. Write activeActive: false, or make the gateway active-active.");
        }

        if (plan.Bgp)
        {
            var asn = plan.Asn.ToString();
            yield return ("self.enable_bgp", $"The gateway {name} has no BGP. Switch it on, or write routing: static in the request.");
            yield return ($"try(self.bgp_settings[0].asn, {asn}) == {asn}", $"The gateway {name} has another BGP number than the {asn} of the request. Correct the gateway's asn in the request.");
        }
    }

    private string PublicAddress(int index, AzureResourceScope place)
    {
        // /subscriptions/{id}/resourceGroups/{name}/providers/Microsoft.Network/publicIPAddresses/{name}
        var id = $"{IpConfiguration(index)}.public_ip_address_id";
        return new DataAzurermPublicIp(this, $"address-{index}", new DataAzurermPublicIpConfig
        {
            Provider = place.Provider,
            Name = $"${{element(split(\"/\", {id}), 8)}}",
            ResourceGroupName = $"${{element(split(\"/\", {id}), 4)}}",
        }).IpAddress;
    }

    private string IpConfiguration(int index) => $"{_gateway.Fqn}.ip_configuration[{index.ToString(CultureInfo.InvariantCulture)}]";
}
