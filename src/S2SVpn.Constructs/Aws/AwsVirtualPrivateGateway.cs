using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.VpnGateway;
using HashiCorp.Cdktf.Providers.Aws.VpnGatewayRoutePropagation;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A virtual private gateway on a VPC, whose route table learns its routes.</summary>
public sealed class AwsVirtualPrivateGateway : Construct
{
    internal AwsVirtualPrivateGateway(Construct scope, string id, AwsGatewayPlan plan, AwsNetwork network, TerraformProvider? provider) : base(scope, id)
    {
        Id = new VpnGateway(this, "vgw", new VpnGatewayConfig
        {
            Provider = provider,
            VpcId = network.VpcId,
            AmazonSideAsn = plan.Asn.ToString(),
            Tags = AwsTags.Name(plan.Name),
        }).Id;
        // Never together with the route table's own propagating_vgws: the two undo each other at every apply
        // (github.com/hashicorp/terraform/issues/24717).
        _ = new VpnGatewayRoutePropagation(this, "propagation", new VpnGatewayRoutePropagationConfig
        {
            Provider = provider,
            VpnGatewayId = Id,
            RouteTableId = network.RouteTableId,
        });
    }

    public string Id { get; }
}
