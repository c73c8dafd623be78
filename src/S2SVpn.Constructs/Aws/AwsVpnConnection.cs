using Constructs;
using S2SVpn.Design;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// A VPN connection with both its tunnels spelt out. Every list holds one value: AWS starts with the weakest that it is
/// given. The provider tells tunnel 1 from tunnel 2 by their keys, so the two must differ; without keys, by inside network.
/// </summary>
public sealed class AwsVpnConnection : Construct
{
    internal AwsVpnConnection(
        Construct scope, string id, VpnConnectionPlan plan, AwsGateway gateway, AwsCustomerGateway customerGateway, PreSharedKeys keys, IEnumerable<string> linkKeys, AwsTunnelLogs logs, ITerraformDependable order, AwsResourceScope place)
        : base(scope, id)
    {
        var (first, second) = (plan.Tunnels[0], plan.Tunnels[1]);
        (Link, Number, CustomerGatewayId) = (first.Tunnel.Link, plan.Number, customerGateway.Id);
        var config = new VpnConnectionConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Type = "ipsec.1",
            CustomerGatewayId = customerGateway.Id,
            VpnGatewayId = gateway.VpnGatewayId,
            TransitGatewayId = gateway.TransitGatewayId,
            // Only a transit gateway has the choice. Left out there, what was chosen before would go on.
            EnableAcceleration = gateway.TransitGatewayId is null ? null : plan.Acceleration,
            TunnelBandwidth = gateway.TransitGatewayId is null ? null : Words.Of(plan.Bandwidth),
            StaticRoutesOnly = plan.StaticRoutesOnly,
            LocalIpv4NetworkCidr = plan.RemoteSelector.ToString(),
            RemoteIpv4NetworkCidr = plan.LocalSelector.ToString(),
            OutsideIpAddressType = "PublicIpv4",
            TunnelInsideIpVersion = "ipv4",
            PresharedKeyStorage = plan.KeyStorage.ToString(),
            Tags = AwsNames.Tag(plan.Name),
            DependsOn = [order],
            // AWS deletes no customer gateway that a connection uses.
            Lifecycle = ReplacementOrder.ReplacedBy(customerGateway.IsCreatedBeforeDestroy ? [] : [$"{customerGateway.Address}.id"], keys.Differ(first.Tunnel.Link, linkKeys)),
        };
        AwsTunnelOptions.Write(config, first, second, keys, logs);
        var connection = new VpnConnection(this, "Resource", config);
        Id = connection.Id;
        Tunnels =
        [
            new TunnelEnd(first.Tunnel, connection.Tunnel1Address, keys[first.Tunnel.Key] ?? connection.Tunnel1PresharedKey),
            new TunnelEnd(second.Tunnel, connection.Tunnel2Address, keys[second.Tunnel.Key] ?? connection.Tunnel2PresharedKey),
        ];
    }

    /// <summary>AWS's ends of tunnel 1 and tunnel 2.</summary>
    public IReadOnlyList<TunnelEnd> Tunnels { get; }

    /// <summary>The id of the VPN connection.</summary>
    public string Id { get; }

    /// <summary>The name of its link.</summary>
    public string Link { get; }

    /// <summary>Its number in the link, 1 or 2.</summary>
    public int Number { get; }

    /// <summary>The id of the customer gateway that it leads to.</summary>
    public string CustomerGatewayId { get; }

    /// <summary>The attachment that AWS makes for it on a transit gateway; null on another.</summary>
    public string? TransitGatewayAttachmentId { get; internal set; }
}
