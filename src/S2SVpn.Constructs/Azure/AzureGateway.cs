using Constructs;
using S2SVpn.Design;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Azure;

/// <summary>What the Azure ends of a site's links stand on: a new VPN gateway, an existing one or an appliance.</summary>
public abstract class AzureGateway : Construct
{
    private readonly AzureGatewayPlan _plan;
    private readonly ValueList<GatewayStep> _steps;
    private readonly Dictionary<GatewayStep, ITerraformDependable> _made = [];
    private readonly Dictionary<string, string> _natRuleIds = [];

    private protected AzureGateway(Construct scope, string id, AzureSitePlan site) : base(scope, id) => (_plan, _steps) = (site.Gateway, site.GatewaySteps);

    /// <summary>The id of the gateway.</summary>
    public abstract string Id { get; }

    /// <summary>What a peer has to know of each of its instances.</summary>
    public abstract IReadOnlyList<GatewayEndpoint> Endpoints { get; }

    /// <summary>The gateway as something to wait for.</summary>
    internal abstract ITerraformDependable Dependable { get; }

    /// <summary>The id of a gateway that is made here, for what goes with it.</summary>
    internal virtual IReadOnlyList<string> New => [];

    /// <summary>What its address translations and its log setting wait for, so that they go before it is locked; null where it isn't.</summary>
    internal virtual ITerraformDependable? Parts => null;

    internal static AzureGateway Create(
        Construct scope, string id, AzureSitePlan site, AzureNetwork network, AzureRouteTable? routes, IEnumerable<ITerraformDependable> after, AzureResourceScope place, StackReferences references, TerraformTimeouts timeouts) =>
        site.Gateway.Appliance is not null ? new AzureAppliance(scope, id, site, network, routes, place)
            : site.Gateway.Existing is null ? new AzureVpnGateway(scope, id, site, network, after, place, timeouts)
            : new AzureExistingVpnGateway(scope, id, site, place, references);

    /// <summary>Ends a link's tunnels on machines.</summary>
    /// <returns>Whether it did: a VPN gateway has connections instead.</returns>
    internal virtual bool ConnectTo(AzureLinkPlan link, IReadOnlyList<TunnelEnd> ends) => false;

    /// <summary>What has to be made before a change of the gateway: the one before it; null for the first.</summary>
    /// <param name="step">A step of the plan; null for after all of them.</param>
    /// <param name="elsewhere">Whether its connections are in another stack, which is applied when all in this one is made.</param>
    internal ITerraformDependable? Before(GatewayStep? step, bool elsewhere = false) =>
        _steps.TakeWhile(other => other != step).LastOrDefault(other => !elsewhere || other.Kind == GatewayStepKind.Connection) is { } before ? _made[before] : null;

    /// <summary>Tells what a step of the plan became.</summary>
    internal void Made(GatewayStep step, ITerraformDependable made) => _made.Add(step, made);

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
        var step = new GatewayStep(GatewayStepKind.Translation, plan.Name);
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
            DependsOn = new[] { Before(step), Parts }.OfType<ITerraformDependable>().ToArray() is { Length: > 0 } after ? after : null,
        });
        _natRuleIds[plan.Name] = rule.Id;
        Made(step, rule);
    }
}
