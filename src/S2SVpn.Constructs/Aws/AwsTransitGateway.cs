using System.Globalization;
using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// A transit gateway, new or existing, with the site's VPC attached. One of its route tables serves the VPC and all VPN
/// connections: its default one, or the one that the request names.
/// </summary>
internal sealed class AwsTransitGateway : AwsGateway
{
    private const string Number = "asn";

    private readonly TransitGatewayPlan _plan;
    private readonly string _routeTableId;
    private readonly AwsResourceScope _place;

    internal AwsTransitGateway(Construct scope, string id, AwsGatewayPlan plan, AwsNetwork network, AwsResourceScope place, StackReferences references) : base(scope, id)
    {
        _plan = plan.Transit!;
        _place = place;
        (TransitGatewayId, var defaultTable) = plan.Existing is { } existing ? Existing(plan, references.Of(existing)) : New(plan);
        _routeTableId = _plan.RouteTable is { } table ? references.Of(table) : defaultTable;
        var attachment = plan.Attach ? Attach(network) : null;
        VpcAttachmentId = attachment?.Id;
        // A transit gateway propagates into its own table only; the VPC has to be told.
        AwsRoutes.Add(this, network, AwsRouteTarget.TransitGateway, route =>
        {
            route.TransitGatewayId = TransitGatewayId;
            route.DependsOn = attachment is null ? null : [attachment];
        }, place);
    }

    public override string TransitGatewayId { get; }

    public override string? VpcAttachmentId { get; }

    internal override void Add(AwsVpnConnection connection, VpnConnectionPlan plan)
    {
        var attachment = connection.TransitGatewayAttachmentId = AttachmentOf(connection);
        // AWS makes the attachment of a VPN connection itself, and makes it without a name.
        _ = new Ec2Tag(connection, "attachment-name", new Ec2TagConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            ResourceId = attachment,
            Key = "Name",
            Value = plan.Name,
        });
        // It is associated with the default table by then, where the gateway has one.
        UseNamedTable(connection, "", attachment, propagate: !plan.StaticRoutesOnly, replace: true);
        foreach (var route in _plan.StaticRoutes.Where(route => route.Connection == plan.Name))
        {
            _ = new Ec2TransitGatewayRoute(connection, $"to-{AwsNames.Id(route.Destination)}", new Ec2TransitGatewayRouteConfig
            {
                Provider = _place.Provider,
                Region = _place.Region,
                DestinationCidrBlock = route.Destination.ToString(),
                TransitGatewayAttachmentId = attachment,
                TransitGatewayRouteTableId = _routeTableId,
            });
        }
    }

    // Asked of AWS once the connection is on this gateway: when a connection moves here, the provider takes its attachment for what it
    // was before, which is none. Both ids come by a detour: Terraform asks late when what it asks about changes in any way, and then
    // makes all anew that needs the answer. Of the detour nothing changes but by a move.
    private string AttachmentOf(AwsVpnConnection connection)
    {
        var ends = ReplacementOrder.Data(connection, "ends", new Dictionary<string, object> { ["gateway"] = TransitGatewayId, ["connection"] = connection.Id });
        return new DataAwsEc2TransitGatewayVpnAttachment(connection, "attachment", new DataAwsEc2TransitGatewayVpnAttachmentConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            TransitGatewayId = $"${{{ReplacementOrder.AddressOf(ends)}.output.gateway}}",
            VpnConnectionId = $"${{{ReplacementOrder.AddressOf(ends)}.output.connection}}",
        }).Id;
    }

    private (string Id, string DefaultTable) New(AwsGatewayPlan plan)
    {
        var gateway = new Ec2TransitGateway(this, "tgw", new Ec2TransitGatewayConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            AmazonSideAsn = plan.Asn.Value,
            Description = plan.Name,
            VpnEcmpSupport = _plan.Ecmp ? "enable" : "disable",
            DnsSupport = "enable",
            DefaultRouteTableAssociation = "enable",
            DefaultRouteTablePropagation = "enable",
            AutoAcceptSharedAttachments = "disable",
            Tags = AwsNames.Tag(plan.Name),
            // AWS changes the number of none that has VPN connections
            // (docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTransitGatewayOptions.html).
            Lifecycle = ReplacementOrder.ReplacedBy([new ReplacementOrder(this, "order", [(Number, plan.Asn.ToString())]).Of(Number)], Lifecycle(plan)),
        });
        return (gateway.Id, gateway.AssociationDefaultRouteTableId);
    }

    // Asked for with its number, so that a plan fails where the request has another: BGP would never come up.
    private (string Id, string DefaultTable) Existing(AwsGatewayPlan plan, string existing)
    {
        var gateway = new DataAwsEc2TransitGateway(this, "tgw", new DataAwsEc2TransitGatewayConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            Id = existing,
            Filter = new[] { new DataAwsEc2TransitGatewayFilter { Name = "options.amazon-side-asn", Values = [plan.Asn.Value.ToString(CultureInfo.InvariantCulture)] } },
            Lifecycle = ExistingCheck.Of([.. Checks(plan)]),
        });
        return (gateway.Id, gateway.AssociationDefaultRouteTableId);
    }

    private IEnumerable<(string Condition, string Message)> Checks(AwsGatewayPlan plan)
    {
        if (_plan.RouteTable is null)
        {
            yield return (
                "self.default_route_table_association == \"enable\" && self.default_route_table_propagation == \"enable\"",
                $"The transit gateway {plan.Existing} has no default route table for new attachments, so that nothing would cross. Name the table to use in the gateway's routeTable.");
        }

        if (_plan.Ecmp)
        {
            yield return (
                "self.vpn_ecmp_support == \"enable\"",
                $"The transit gateway {plan.Existing} spreads nothing over several tunnels. Switch its VPN ECMP support on, or write ecmp: false.");
        }
    }

    private Ec2TransitGatewayVpcAttachment Attach(AwsNetwork network)
    {
        var hasNamedTable = _plan.RouteTable is not null;
        var attachment = new Ec2TransitGatewayVpcAttachment(this, "vpc", new Ec2TransitGatewayVpcAttachmentConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            TransitGatewayId = TransitGatewayId,
            VpcId = network.VpcId,
            SubnetIds = network.OneOfEachZone(_plan.AttachmentSubnets),
            DnsSupport = "enable",
            TransitGatewayDefaultRouteTableAssociation = hasNamedTable ? false : null,
            TransitGatewayDefaultRouteTablePropagation = hasNamedTable ? false : null,
            Tags = AwsNames.Tag(_plan.Attachment),
            // AWS deletes no subnet that an attachment uses.
            Lifecycle = ReplacementOrder.ReplacedBy(_plan.AttachmentSubnets.SelectMany(network.NewSubnetId)),
        });
        UseNamedTable(this, "vpc-", attachment.Id, propagate: true, replace: false);
        return attachment;
    }

    private void UseNamedTable(Construct scope, string prefix, string attachment, bool propagate, bool replace)
    {
        if (_plan.RouteTable is null)
        {
            return;
        }

        _ = new Ec2TransitGatewayRouteTableAssociation(scope, $"{prefix}association", new Ec2TransitGatewayRouteTableAssociationConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            TransitGatewayAttachmentId = attachment,
            TransitGatewayRouteTableId = _routeTableId,
            ReplaceExistingAssociation = replace ? true : null,
        });
        if (propagate)
        {
            _ = new Ec2TransitGatewayRouteTablePropagation(scope, $"{prefix}propagation", new Ec2TransitGatewayRouteTablePropagationConfig
            {
                Provider = _place.Provider,
                Region = _place.Region,
                TransitGatewayAttachmentId = attachment,
                TransitGatewayRouteTableId = _routeTableId,
            });
        }
    }
}
