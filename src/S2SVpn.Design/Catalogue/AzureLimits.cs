namespace S2SVpn.Design.Catalogue;

/// <summary>
/// What Azure takes, as of November 2026: learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits
/// and learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq.
/// </summary>
internal static class AzureLimits
{
    public const int RulesPerSecurityGroup = 1000;
    public const int AddressesPerSecurityGroup = 4000;
    public const int RoutesPerTable = 400;
    public const int SubnetsPerNetwork = 3000;
    public const int PeeringsPerNetwork = 500;
    public const int PrefixesPerLocalNetworkGateway = 1000;
    public const int LearnedByGateway = 4000;
    public const int NatRulesPerGateway = 100;

    /// <summary>E-mail addresses (learn.microsoft.com/azure/azure-monitor/fundamentals/service-limits).</summary>
    public const int EmailsPerActionGroup = 1000;

    /// <summary>
    /// The shortest and longest phase 2 of an IPsec policy, in seconds
    /// (github.com/hashicorp/terraform-provider-azurerm, internal/services/network/virtual_network_gateway_resource.go).
    /// </summary>
    public const int ShortestPhase2 = 300;
    public const int LongestPhase2 = 172799;
}
