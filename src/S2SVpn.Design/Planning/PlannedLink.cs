using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>A link's plan, and what else its two ends are planned from.</summary>
internal sealed record PlannedLink
{
    public required LinkPlan Plan { get; init; }

    public required Link Request { get; init; }

    public required AwsSite Aws { get; init; }

    public required AzureSite Azure { get; init; }

    public bool Bgp => Plan.Routing == Routing.Bgp;

    public bool AwsAppliance => Aws.Gateway.Kind == AwsGatewayKind.Appliance;

    public bool AzureAppliance => Azure.Gateway.Kind == AzureGatewayKind.Appliance;

    /// <summary>In AWS's words; null with an appliance there.</summary>
    public required AwsTunnelCrypto? AwsCrypto { get; init; }

    /// <summary>In Azure's words; null with an appliance there.</summary>
    public required AzureIpsecPolicy? AzurePolicy { get; init; }
}
