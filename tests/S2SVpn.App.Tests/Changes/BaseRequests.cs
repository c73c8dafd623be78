namespace S2SVpn.App.Tests.Changes;

/// <summary>The requests that are deployed first.</summary>
internal static class BaseRequests
{
    public const string Starter = """
        name: shop
        environment: dev
        aws: { region: eu-central-1, network: { cidr: 10.2.0.0/16 }, gateway: { kind: virtual-private } }
        azure: { location: westeurope, network: { cidr: 10.1.0.0/16 }, gateway: { sku: VpnGw1AZ } }
        link: { routing: bgp }
        access:
          - { from: azure, to: aws, icmp: true, tcp: 443 }
          - { from: aws, to: azure, icmp: true }
        """;

    public static string Static { get; } = Starter.With("link: { routing: static }");

    /// <summary>The smallest gateway that translates.</summary>
    public static string Translatable { get; } = Static.With("azure: { gateway: { sku: VpnGw2AZ } }");

    public static string Transit { get; } = Starter.With("aws: { gateway: { kind: transit } }");

    public static string TransitStatic { get; } = Transit.With("link: { routing: static }");

    /// <summary>Networks of a fixed division, so that a change of one moves no other.</summary>
    public static string Divided { get; } = Starter.With("""
        aws: { network: { subnets: { app: { cidr: 10.2.1.0/24, zone: a } } } }
        azure: { network: { subnets: { app: 10.1.1.0/24 }, gatewaySubnet: 10.1.255.0/27 } }
        """);

    public static string DividedTransit { get; } = Divided.With("aws: { gateway: { kind: transit } }");

    public static string WithProbes { get; } = Divided.With("""
        aws: { network: { internetGateway: true } }
        probes:
          sshFrom: [203.0.113.7/32]
          aws: [{ name: vm3, address: 10.2.1.10 }]
          azure: [{ name: vm1, address: 10.1.1.10 }]
        """);

    public const string Fleet = """
        name: shop
        environment: dev
        aws:
          frankfurt: { region: eu-central-1, network: { cidr: 10.2.0.0/16 } }
          virginia: { region: us-east-1, network: { cidr: 10.3.0.0/16 }, gateway: { asn: 64513 } }
        azure:
          west: { location: westeurope, network: { cidr: 10.1.0.0/16 } }
          north: { location: northeurope, network: { cidr: 10.4.0.0/16 }, gateway: { asn: 65010 } }
        links:
          - { name: one, between: [frankfurt, west], slot: 0 }
          - { name: two, between: [virginia, west], slot: 1 }
          - { name: three, between: [virginia, north], slot: 2 }
        access:
          - { from: frankfurt, to: west, tcp: 443 }
        """;

    /// <summary>An existing VNet with a GatewaySubnet, and a gateway that is made in it.</summary>
    public const string ExistingVnet = """
        name: shop
        environment: dev
        aws: { region: eu-central-1, network: { cidr: 10.2.0.0/16 } }
        azure:
          location: westeurope
          resourceGroup: { name: rg-network, existing: true }
          network:
            existing: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet
            cidr: 10.1.0.0/16
            gatewaySubnet: { existing: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/GatewaySubnet, cidr: 10.1.255.0/27 }
            subnets: { app: { existing: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/app, cidr: 10.1.1.0/24 } }
        """;

    public const string Existing = """
        name: shop
        environment: dev
        aws:
          region: eu-central-1
          network:
            existing: vpc-0a1b2c3d4e5f60718
            cidr: 10.2.0.0/16
            subnets: { app: { existing: subnet-0a1b2c3d4e5f60718, cidr: 10.2.1.0/24 } }
            routeTables: [rtb-0a1b2c3d4e5f60718]
            securityGroups: [sg-0a1b2c3d4e5f60718]
          gateway: { kind: transit, existing: tgw-0a1b2c3d4e5f60718, asn: 64512 }
        azure: { location: westeurope, network: { cidr: 10.1.0.0/16 } }
        access: [{ from: azure, to: aws.app, tcp: 443 }]
        """;
}
