using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Ec2Tag;
using HashiCorp.Cdktf.Providers.Aws.Ec2TransitGateway;
using HashiCorp.Cdktf.Providers.Aws.Ec2TransitGatewayRoute;
using HashiCorp.Cdktf.Providers.Aws.Ec2TransitGatewayVpcAttachment;
using HashiCorp.Cdktf.Providers.Aws.Route;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A transit gateway with the site's VPC attached. Its default route table serves the VPC and all VPN connections.</summary>
public sealed class AwsTransitGateway : AwsGateway
{
    private readonly TransitGatewayPlan _plan;
    private readonly string _routeTableId;
    private readonly TerraformProvider? _provider;

    internal AwsTransitGateway(Construct scope, string id, AwsGatewayPlan plan, AwsNetwork network, TerraformProvider? provider) : base(scope, id)
    {
        _plan = plan.Transit!;
        _provider = provider;
        var gateway = new Ec2TransitGateway(this, "tgw", new Ec2TransitGatewayConfig
        {
            Provider = provider,
            AmazonSideAsn = plan.Asn.Value,
            Description = plan.Name,
            VpnEcmpSupport = _plan.Ecmp ? "enable" : "disable",
            DnsSupport = "enable",
            DefaultRouteTableAssociation = "enable",
            DefaultRouteTablePropagation = "enable",
            AutoAcceptSharedAttachments = "disable",
            Tags = AwsNames.Tag(plan.Name),
            Lifecycle = Protection(plan),
        });
        TransitGatewayId = gateway.Id;
        _routeTableId = gateway.AssociationDefaultRouteTableId;
        var attachment = new Ec2TransitGatewayVpcAttachment(this, "vpc", new Ec2TransitGatewayVpcAttachmentConfig
        {
            Provider = provider,
            TransitGatewayId = TransitGatewayId,
            VpcId = network.VpcId,
            SubnetIds = [.. _plan.AttachmentSubnets.Select(network.SubnetId)],
            DnsSupport = "enable",
            Tags = AwsNames.Tag(_plan.Attachment),
        });
        // A transit gateway propagates into its own table only; the VPC has to be told.
        foreach (var route in network.Plan.Routes.Where(route => route.Target == AwsRouteTarget.TransitGateway))
        {
            _ = new Route(this, $"route-{AwsNames.Id(route.Destination)}", new RouteConfig
            {
                Provider = provider,
                RouteTableId = network.RouteTableId,
                DestinationCidrBlock = route.Destination.ToString(),
                TransitGatewayId = TransitGatewayId,
                DependsOn = [attachment],
            });
        }
    }

    public override string TransitGatewayId { get; }

    internal override void Add(AwsVpnConnection connection, VpnConnectionPlan plan)
    {
        // AWS makes the attachment of a VPN connection itself, and makes it without a name.
        _ = new Ec2Tag(connection, "attachment-name", new Ec2TagConfig
        {
            Provider = _provider,
            ResourceId = connection.TransitGatewayAttachmentId,
            Key = "Name",
            Value = plan.Name,
        });
        foreach (var route in _plan.StaticRoutes.Where(route => route.Connection == plan.Name))
        {
            _ = new Ec2TransitGatewayRoute(connection, $"to-{AwsNames.Id(route.Destination)}", new Ec2TransitGatewayRouteConfig
            {
                Provider = _provider,
                DestinationCidrBlock = route.Destination.ToString(),
                TransitGatewayAttachmentId = connection.TransitGatewayAttachmentId,
                TransitGatewayRouteTableId = _routeTableId,
            });
        }
    }
}
