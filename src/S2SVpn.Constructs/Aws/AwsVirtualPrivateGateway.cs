using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A virtual private gateway on a VPC, whose route tables learn its routes.</summary>
internal sealed class AwsVirtualPrivateGateway : AwsGateway
{
    private readonly AwsResourceScope _place;

    internal AwsVirtualPrivateGateway(Construct scope, string id, AwsGatewayPlan plan, AwsNetwork network, AwsResourceScope place, StackReferences references) : base(scope, id)
    {
        _place = place;
        VpnGatewayId = plan.Existing is { } existing ? Existing(plan, references.Of(existing)) : New(plan);
        // Apart from the gateway, which depends on no network and can be made before its predecessor has left it.
        var attachment = plan.Existing is null || plan.Attach
            ? new VpnGatewayAttachment(this, "attachment", new VpnGatewayAttachmentConfig { Provider = place.Provider, Region = place.Region, VpcId = network.VpcId, VpnGatewayId = VpnGatewayId })
            : null;
        foreach (var table in plan.Propagate ? network.RouteTables : [])
        {
            // Never together with the route table's own propagating_vgws: the two undo each other at every apply
            // (github.com/hashicorp/terraform/issues/24717).
            _ = new VpnGatewayRoutePropagation(this, table.Of("propagation"), new VpnGatewayRoutePropagationConfig
            {
                Provider = place.Provider,
                Region = place.Region,
                VpnGatewayId = VpnGatewayId,
                RouteTableId = table.Id,
                DependsOn = attachment is null ? null : [attachment],
            });
        }
    }

    public override string VpnGatewayId { get; }

    internal override void Add(AwsVpnConnection connection, VpnConnectionPlan plan)
    {
        foreach (var network in plan.StaticRoutes)
        {
            _ = new VpnConnectionRoute(connection, $"to-{AwsNames.Id(network)}", new VpnConnectionRouteConfig
            {
                Provider = _place.Provider,
                Region = _place.Region,
                VpnConnectionId = connection.Id,
                DestinationCidrBlock = network.ToString(),
            });
        }
    }

    private string New(AwsGatewayPlan plan) => new VpnGateway(this, "vgw", new VpnGatewayConfig
    {
        Provider = _place.Provider,
        Region = _place.Region,
        AmazonSideAsn = plan.Asn.ToString(),
        Tags = AwsNames.Tag(plan.Name),
        Lifecycle = Lifecycle(plan),
    }).Id;

    // Asked for with its number, so that a plan fails where the request has another: BGP would never come up.
    private string Existing(AwsGatewayPlan plan, string existing) => new DataAwsVpnGateway(this, "vgw", new DataAwsVpnGatewayConfig
    {
        Provider = _place.Provider,
        Region = _place.Region,
        Id = existing,
        AmazonSideAsn = plan.Asn.ToString(),
    }).Id;
}
