using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.VpnConnectionRoute;
using HashiCorp.Cdktf.Providers.Aws.VpnGateway;
using HashiCorp.Cdktf.Providers.Aws.VpnGatewayRoutePropagation;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A virtual private gateway on a VPC, whose route table learns its routes.</summary>
public sealed class AwsVirtualPrivateGateway : AwsGateway
{
    private readonly TerraformProvider? _provider;

    internal AwsVirtualPrivateGateway(Construct scope, string id, AwsGatewayPlan plan, AwsNetwork network, TerraformProvider? provider) : base(scope, id)
    {
        _provider = provider;
        VpnGatewayId = new VpnGateway(this, "vgw", new VpnGatewayConfig
        {
            Provider = provider,
            VpcId = network.VpcId,
            AmazonSideAsn = plan.Asn.ToString(),
            Tags = AwsNames.Tag(plan.Name),
            Lifecycle = Protection(plan),
        }).Id;
        // Never together with the route table's own propagating_vgws: the two undo each other at every apply
        // (github.com/hashicorp/terraform/issues/24717).
        _ = new VpnGatewayRoutePropagation(this, "propagation", new VpnGatewayRoutePropagationConfig
        {
            Provider = provider,
            VpnGatewayId = VpnGatewayId,
            RouteTableId = network.RouteTableId,
        });
    }

    public override string VpnGatewayId { get; }

    internal override void Add(AwsVpnConnection connection, VpnConnectionPlan plan)
    {
        foreach (var network in plan.StaticRoutes)
        {
            _ = new VpnConnectionRoute(connection, $"to-{AwsNames.Id(network)}", new VpnConnectionRouteConfig
            {
                Provider = _provider,
                VpnConnectionId = connection.Id,
                DestinationCidrBlock = network.ToString(),
            });
        }
    }
}
