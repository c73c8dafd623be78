using S2SVpn.Design.Request;
using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>The network and the gateway of an AWS site.</summary>
internal static class AwsSiteResources
{
    // What the links on a gateway take to be made anew.
    private const int GatewayMinutes = 15;

    private const string Vpc = "aws_vpc";
    private const string Attachment = "aws_ec2_transit_gateway_vpc_attachment";

    public static string Key(AwsSitePlan site, params ReadOnlySpan<string> parts) => $"aws.{site.Name}{string.Concat(parts)}";

    /// <summary>Terraform's type of the gateway.</summary>
    public static string GatewayType(AwsSitePlan site) =>
        site.Gateway.Kind == AwsGatewayKind.Transit ? "aws_ec2_transit_gateway" : "aws_vpn_gateway";

    public static string GatewayKey(AwsSitePlan site) => site.Gateway.Existing ?? Key(site);

    /// <summary>A resource belongs to a region and an account; in another one it is another.</summary>
    public static PlannedValue Place(AwsSitePlan site) =>
        Fixed("region", string.Join(' ', new[] { site.Region, site.Account }.OfType<string>()));

    public static IEnumerable<PlannedResource> Of(AwsSitePlan site, ValueList<TunnelPlan> tunnels)
    {
        var network = site.Network;
        if (network.Existing is null)
        {
            yield return new PlannedResource
            {
                Type = Vpc,
                Key = Key(site),
                Name = network.Name,
                Values = [Place(site), Fixed("cidr_block", network.Cidrs[0]), Free("further cidr_blocks", network.Cidrs.Skip(1)), Free("Name", network.Name)],
                Tunnels = tunnels,
                Minutes = GatewayMinutes,
                Note = "Everything in the VPC goes with it.",
            };
            yield return new PlannedResource { Type = "aws_route_table", Key = Key(site), Name = network.RouteTable!, Values = [InVpc(site), Free("Name", network.RouteTable)] };
        }

        if (network.InternetGateway is { } internet)
        {
            yield return new PlannedResource { Type = "aws_internet_gateway", Key = Key(site), Name = internet, Values = [InVpc(site), Free("Name", internet)] };
        }

        foreach (var subnet in network.Subnets.Where(subnet => subnet.Existing is null))
        {
            yield return new PlannedResource
            {
                Type = "aws_subnet",
                Key = Key(site, ".", subnet.Key),
                Name = subnet.Name,
                Values = [InVpc(site), Fixed("cidr_block", subnet.Cidr), Fixed("availability_zone", subnet.Zone), Free("Name", subnet.Name)],
                Note = "AWS refuses this while anything stands in the subnet.",
            };
        }

        foreach (var resource in GatewayOf(site, tunnels))
        {
            yield return resource;
        }

        foreach (var route in network.Routes)
        {
            yield return new PlannedResource
            {
                Type = "aws_route",
                Key = Key(site, $".{route.Destination}"),
                Name = $"{route.Destination}",
                Values = [Free("target", route.Target), Free("route tables", network.ExistingRouteTables)],
            };
        }
    }

    private static IEnumerable<PlannedResource> GatewayOf(AwsSitePlan site, ValueList<TunnelPlan> tunnels)
    {
        var gateway = site.Gateway;
        if (gateway.Kind == AwsGatewayKind.Appliance)
        {
            yield break;
        }

        if (gateway.Existing is null)
        {
            yield return new PlannedResource
            {
                Type = GatewayType(site),
                Key = Key(site),
                Name = gateway.Name,
                Values =
                [
                    Place(site),
                    Fixed("amazon_side_asn", gateway.Asn),
                    Free("Name", gateway.Name),
                    .. gateway.Transit is { } transit ? [Free("vpn_ecmp_support", transit.Ecmp)] : Array.Empty<PlannedValue>(),
                ],
                Tunnels = tunnels,
                Minutes = GatewayMinutes,
            };
        }

        if (gateway.Attach)
        {
            yield return new PlannedResource
            {
                Type = gateway.Kind == AwsGatewayKind.Transit ? Attachment : "aws_vpn_gateway_attachment",
                Key = Key(site),
                Name = gateway.Transit?.Attachment ?? gateway.Name,
                Values =
                [
                    InVpc(site),
                    Ref("gateway", GatewayType(site), GatewayKey(site), Effect.Replace),
                    .. gateway.Transit is { } transit ? [Free("subnet_ids", transit.AttachmentSubnets)] : Array.Empty<PlannedValue>(),
                ],
                Tunnels = tunnels,
                Minutes = GatewayMinutes,
            };
        }

        foreach (var route in gateway.Transit?.StaticRoutes ?? [])
        {
            yield return new PlannedResource
            {
                Type = "aws_ec2_transit_gateway_route",
                Key = Key(site, $".{route.Destination}"),
                Name = $"{route.Destination}",
                Values = [Fixed("attachment", route.Connection)],
            };
        }
    }

    public static PlannedValue InVpc(AwsSitePlan site) => Ref("vpc_id", Vpc, site.Network.Existing ?? Key(site), Effect.Replace);
}
