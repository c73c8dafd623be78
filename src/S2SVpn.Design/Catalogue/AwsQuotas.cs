namespace S2SVpn.Design.Catalogue;

/// <summary>
/// What an AWS account may have before it asks for more, as of November 2026:
/// docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html, docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html and
/// docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html.
/// </summary>
internal static class AwsQuotas
{
    public const int CustomerGatewaysPerRegion = 50;
    public const int VirtualPrivateGatewaysPerRegion = 5;
    public const int ConnectionsPerRegion = 50;
    public const int AcceleratedConnectionsPerRegion = 10;
    public const int ConnectionsPerVirtualPrivateGateway = 10;
    public const int TransitGatewaysPerRegion = 5;

    public const int VpcsPerRegion = 5;
    public const int InternetGatewaysPerRegion = 5;
    public const int ElasticAddressesPerRegion = 5;
    public const int NetworksPerVpc = 5;

    /// <summary>The most that AWS raises it to.</summary>
    public const int MostNetworksPerVpc = 50;
    public const int SubnetsPerVpc = 200;

    /// <summary>Without the propagated ones.</summary>
    public const int RoutesPerTable = 500;

    /// <summary>Each way.</summary>
    public const int RulesPerSecurityGroup = 60;

    /// <summary>Each way. Times the security groups of a network interface, AWS raises it to 1,000 at most.</summary>
    public const int MostRulesPerSecurityGroup = 1000;

    /// <summary>Of one VPN connection on a virtual private gateway. It can't be raised.</summary>
    public const int StaticRoutesPerConnection = 100;

    /// <summary>Of one route table. It can't be raised.</summary>
    public const int PropagatedRoutesPerTable = 100;

    /// <summary>By BGP, of a virtual private gateway. It can't be raised.</summary>
    public const int LearnedByVirtualPrivateGateway = 100;

    /// <summary>By BGP, of a transit gateway.</summary>
    public const int LearnedByTransitGateway = 1000;

    /// <summary>An EC2 Instance Connect endpoint (docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-quotas.html).</summary>
    public const int ConnectEndpointsPerRegion = 5;

    /// <summary>docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html</summary>
    public const int MetricsPerDashboard = 2500;
}
