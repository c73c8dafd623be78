using Constructs;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Aws;

/// <summary>What the tunnels of a site end on: a virtual private gateway, a transit gateway or an appliance.</summary>
public abstract class AwsGateway : Construct
{
    private protected AwsGateway(Construct scope, string id) : base(scope, id)
    {
    }

    /// <summary>A virtual private gateway's id; null for another kind.</summary>
    public virtual string? VpnGatewayId => null;

    /// <summary>A transit gateway's id; null for another kind.</summary>
    public virtual string? TransitGatewayId => null;

    /// <summary>The id of the VPC's attachment to a transit gateway that is made here; null for none.</summary>
    public virtual string? VpcAttachmentId => null;

    internal static AwsGateway Create(Construct scope, string id, AwsSitePlan site, AwsNetwork network, AwsResourceScope place, StackReferences references) => site.Gateway.Kind switch
    {
        AwsGatewayKind.VirtualPrivate => new AwsVirtualPrivateGateway(scope, id, site.Gateway, network, place, references),
        AwsGatewayKind.Transit => new AwsTransitGateway(scope, id, site.Gateway, network, place, references),
        AwsGatewayKind.Appliance => new AwsAppliance(scope, id, site, network, place),
        _ => throw new NotSupportedException($"A gateway of the kind {site.Gateway.Kind} is not built here."),
    };

    /// <summary>Ends a link's tunnels on machines; null where the gateway has VPN connections instead.</summary>
    internal virtual IReadOnlyList<TunnelEnd>? ConnectTo(AwsLinkPlan link, IReadOnlyList<GatewayEndpoint> endpoints, PreSharedKeys keys) => null;

    /// <summary>What a VPN connection needs beyond itself before traffic flows.</summary>
    internal abstract void Add(AwsVpnConnection connection, VpnConnectionPlan plan);

    /// <summary>
    /// A new gateway is made before an old one goes: AWS deletes none that has connections, and they move over to the new one. Where the
    /// plan asks for it, Terraform destroys none.
    /// </summary>
    private protected static TerraformResourceLifecycle Lifecycle(AwsGatewayPlan plan) =>
        new() { CreateBeforeDestroy = true, PreventDestroy = plan.Protect ? true : null };
}
