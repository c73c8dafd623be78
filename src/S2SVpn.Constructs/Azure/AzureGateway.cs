using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Azurerm.VirtualNetworkGatewayNatRule;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Azure;

/// <summary>What the Azure ends of a site's links stand on: a new VPN gateway, an existing one or an appliance.</summary>
public abstract class AzureGateway : Construct
{
    private readonly AzureGatewayPlan _plan;
    private readonly Dictionary<string, string> _natRuleIds = [];

    private protected AzureGateway(Construct scope, string id, AzureGatewayPlan plan) : base(scope, id) => _plan = plan;

    /// <summary>The id of the gateway.</summary>
    public abstract string Id { get; }

    /// <summary>What a peer has to know of each of its instances.</summary>
    public abstract IReadOnlyList<GatewayEndpoint> Endpoints { get; }

    /// <summary>
    /// What was made last of all that changes the gateway; null for nothing but itself. The next waits for it: two
    /// changes of one gateway at once end in AnotherOperationInProgress
    /// (github.com/hashicorp/terraform-provider-azurerm/issues/10582).
    /// </summary>
    internal ITerraformDependable? Last { get; set; }

    /// <summary>The gateway as something to wait for.</summary>
    internal abstract ITerraformDependable Dependable { get; }

    /// <summary>The id of a gateway that is made here, for what goes with it.</summary>
    internal virtual IReadOnlyList<string> New => [];

    /// <summary>What its address translations and its log setting wait for, so that they go before it is locked; null where it isn't.</summary>
    internal virtual ITerraformDependable? Parts => null;

    internal static AzureGateway Create(
        Construct scope, string id, AzureSitePlan site, AzureNetwork network, AzureRouteTable? routes, IEnumerable<ITerraformDependable> after, AzureResourceScope place, StackReferences references, TerraformTimeouts timeouts) =>
        site.Gateway.Appliance is not null ? new AzureAppliance(scope, id, site, network, routes, place)
            : site.Gateway.Existing is null ? new AzureVpnGateway(scope, id, site.Gateway, site.Diagnostics?.Name, network, after, place, timeouts)
            : new AzureExistingVpnGateway(scope, id, site.Gateway, place, references);

    /// <summary>Ends a link's tunnels on machines.</summary>
    /// <returns>Whether it did: a VPN gateway has connections instead.</returns>
    internal virtual bool ConnectTo(AzureLinkPlan link, IReadOnlyList<TunnelEnd> ends) => false;

    /// <summary>The id of an address translation, by its name in the plan.</summary>
    internal string NatRuleId(string name) => _natRuleIds[name];

    /// <summary>Makes the address translations of the plan.</summary>
    internal void AddNatRules(AzureResourceScope place)
    {
        foreach (var rule in _plan.NatRules)
        {
            Add(rule, place);
        }
    }

    /// <summary>Keeps the gateway from being deleted; an existing one is its owner's to lock.</summary>
    internal virtual void Lock(string name, IEnumerable<ITerraformDependable> parts, AzureResourceScope place)
    {
    }

    /// <summary>The resource group of a gateway that is not in the site's.</summary>
    private protected virtual string? ResourceGroup => null;

    /// <summary>The id of an instance's IP configuration.</summary>
    private protected abstract string IpConfigurationId(GatewayInstancePlan instance);

    private void Add(NatRulePlan plan, AzureResourceScope place)
    {
        var instance = _plan.Instances.FirstOrDefault(instance => instance.IpConfiguration == plan.IpConfiguration);
        var rule = new VirtualNetworkGatewayNatRule(this, $"nat-{plan.Name}", new VirtualNetworkGatewayNatRuleConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = ResourceGroup ?? place.ResourceGroup,
            VirtualNetworkGatewayId = Id,
            Mode = plan.Direction == NatDirection.Egress ? "EgressSnat" : "IngressSnat",
            Type = plan.Kind.ToString(),
            InternalMapping = new[] { new VirtualNetworkGatewayNatRuleInternalMapping { AddressSpace = plan.Internal.ToString() } },
            ExternalMapping = new[] { new VirtualNetworkGatewayNatRuleExternalMapping { AddressSpace = plan.External.ToString() } },
            IpConfigurationId = instance is null ? null : IpConfigurationId(instance),
            DependsOn = new[] { Last, Parts }.OfType<ITerraformDependable>().ToArray() is { Length: > 0 } after ? after : null,
        });
        _natRuleIds[plan.Name] = rule.Id;
        Last = rule;
    }
}
