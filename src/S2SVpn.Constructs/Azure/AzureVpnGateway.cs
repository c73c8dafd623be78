using System.Globalization;
using Constructs;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Azure;

/// <summary>A route-based VPN gateway with a public address for each of its instances.</summary>
internal sealed class AzureVpnGateway : AzureGateway
{
    private const string All = "all";

    private readonly VirtualNetworkGateway _gateway;
    private readonly ReplacementOrder _parts;

    internal AzureVpnGateway(
        Construct scope, string id, AzureSitePlan site, AzureNetwork network, IEnumerable<ITerraformDependable> after, AzureResourceScope place, TerraformTimeouts timeouts)
        : base(scope, id, site)
    {
        var (plan, logs) = (site.Gateway, site.Diagnostics?.Name);
        var addresses = plan.Instances.Select(instance => new PublicIp(this, $"address-{instance.Index}", new PublicIpConfig
        {
            Provider = place.Provider,
            Name = instance.PublicIp!,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            // A dynamic address is unknown until the gateway runs, and AWS needs it before.
            AllocationMethod = "Static",
            Sku = "Standard",
            Zones = plan.Zones.Count == 0 ? null : [.. plan.Zones.Select(zone => zone.ToString(CultureInfo.InvariantCulture))],
            Tags = place.Tags,
        })).ToArray();

        _gateway = new VirtualNetworkGateway(this, "Resource", new VirtualNetworkGatewayConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            Type = "Vpn",
            VpnType = "RouteBased",
            Sku = plan.Sku.ToString(),
            Generation = plan.Generation == GatewayGeneration.Two ? "Generation2" : "Generation1",
            ActiveActive = plan.ActiveActive,
            EnableBgp = plan.Bgp,
            IpConfiguration = plan.Instances.Zip(addresses, (instance, address) => new VirtualNetworkGatewayIpConfiguration
            {
                Name = instance.IpConfiguration,
                PublicIpAddressId = address.Id,
                PrivateIpAddressAllocation = "Dynamic",
                SubnetId = network.GatewaySubnetId!,
            }).ToArray(),
            BgpSettings = plan.Bgp ? Bgp(plan) : null,
            Timeouts = new VirtualNetworkGatewayTimeouts
            {
                Create = timeouts.GatewayCreate.ToString(),
                Update = timeouts.GatewayUpdate.ToString(),
                Delete = timeouts.GatewayDelete.ToString(),
            },
            Tags = place.Tags,
            // A gateway stays in its subnet and keeps its addresses, and a new one of either has the old one's id. Another number of instances
            // is another ip_configuration, which replaces a gateway by itself
            // (github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_resource.go).
            Lifecycle = ReplacementOrder.ReplacedBy(
                [.. network.NewSubnetId(NetworkLayout.GatewaySubnetName), .. addresses.Select(address => $"{ReplacementOrder.AddressOf(address)}.id")],
                plan.Lock is null ? null : new TerraformResourceLifecycle { PreventDestroy = true }),
            DependsOn = [.. after],
        });
        Id = _gateway.Id;
        _parts = new ReplacementOrder(this, "parts", [(All, string.Join(", ", plan.NatRules.Select(rule => $"{rule.Name} {rule.Direction} {rule.Kind}").Append(logs).OfType<string>()))]);
        Endpoints = [.. plan.Instances.Zip(addresses, (instance, address) => new GatewayEndpoint(instance.Index, address.IpAddress, plan.Asn) { BelongsToPlan = true })];
    }

    public override string Id { get; }

    public override IReadOnlyList<GatewayEndpoint> Endpoints { get; }

    /// <summary>Locks the gateway once all that lies on it is there.</summary>
    /// <remarks>
    /// A lock covers its parts too (learn.microsoft.com/azure/azure-resource-manager/management/lock-resources). Before one of them goes it
    /// is taken away, and it is back when all is done.
    /// </remarks>
    internal override void Lock(string name, IEnumerable<ITerraformDependable> parts, AzureResourceScope place)
    {
        _ = new ManagementLock(this, "lock", new ManagementLockConfig
        {
            Provider = place.Provider,
            Name = name,
            Scope = Id,
            LockLevel = "CanNotDelete",
            Notes = "The request protects its gateways (terraform.protect).",
            DependsOn = [_parts.Dependable, .. parts],
            Lifecycle = ReplacementOrder.ReplacedBy(_parts.Of(All)),
        });
    }

    internal override ITerraformDependable Dependable => _gateway;

    internal override ITerraformDependable Parts => _parts.Dependable;

    internal override IReadOnlyList<string> New => [$"{ReplacementOrder.AddressOf(_gateway)}.id"];

    private protected override string IpConfigurationId(GatewayInstancePlan instance) => $"{Id}/ipConfigurations/{instance.IpConfiguration}";

    // Every instance is declared: what is left out comes back from Azure as a change at each plan
    // (github.com/hashicorp/terraform-provider-azurerm/issues/11003).
    private static VirtualNetworkGatewayBgpSettings Bgp(AzureGatewayPlan plan) => new()
    {
        Asn = plan.Asn.Value,
        PeeringAddresses = plan.Instances.Select(instance => new VirtualNetworkGatewayBgpSettingsPeeringAddresses
        {
            IpConfigurationName = instance.IpConfiguration,
            ApipaAddresses = [.. instance.BgpAddresses.Select(address => address.ToString())],
        }).ToArray(),
    };
}
