using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Requests as people write them.</summary>
internal static class Requests
{
    public const string Smallest = """
        # yaml-language-server: $schema=schema/s2svpn.schema.json
        name: shop
        aws:
          region: eu-central-1
          network: 10.2.0.0/16
        azure:
          location: westeurope
          network: 10.1.0.0/16

        """;

    public const string Everything = """
        name: shop
        owner: net@example.com
        environment: prod
        tags: { cost-centre: "42" }

        aws:
          region: eu-central-1
          network:
            cidr: 10.2.0.0/16
            subnets:
              app: { cidr: 10.2.1.0/24, zone: a }
              db:  { cidr: 10.2.2.0/24, zone: b }
            internetGateway: true
          gateway:
            kind: transit              # virtual-private | transit | appliance
            asn: 64512
            ecmp: true

        azure:
          location: westeurope
          resourceGroup: rg-shop-net
          network:
            cidrs: [10.1.0.0/16]
            subnets:
              app: 10.1.1.0/24
            gatewaySubnet: 10.1.255.0/27
            spokes:
              - { name: vnet-data, id: ${env:SPOKE_VNET_ID}, cidrs: [10.8.0.0/16] }
          gateway:
            sku: VpnGw2AZ
            generation: 2
            activeActive: true
            zones: [1, 2, 3]
            asn: 65515

        link:
          routing: bgp                 # bgp | static
          crypto: strong               # strong | balanced | fast | legacy | { ike: {...}, esp: {...} }
          keys: generated
          tunnels:
            bandwidth: standard
            dpd: { timeout: 45, action: restart }
            logs: { activity: true, bgp: true, retentionDays: 90 }
            each:
              1.1: { startup: add }

        access:
          - { from: azure.app, to: aws.app, tcp: [443, 5432] }
          - { from: aws.app, to: azure.app, tcp: 22, icmp: true }

        probes:
          sshKey: ${env:SSH_PUBLIC_KEY}
          sshFrom: [203.0.113.7/32]
          aws:   [{ name: vm3, subnet: app, address: 10.2.1.10 }]
          azure: [{ name: vm1, subnet: app, address: 10.1.1.10 }, { name: vm2, subnet: app, address: 10.1.1.20 }]

        monitoring:
          notify: [noc@example.com]
          dashboard: true

        terraform:
          backend: { s3: { bucket: tf-state, key: shop/vpn, region: eu-central-1, lockFile: true } }
          protect: true

        accept:
          - { rule: X016, because: "one active path is enough for the lab" }

        """;

    public const string SeveralSites = """
        name: shop
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
          virginia:  { region: us-east-1,    network: 10.3.0.0/16 }
        azure:
          west: { location: westeurope, network: 10.1.0.0/16 }
        links:
          - { between: [frankfurt, west], slot: 0 }
          - { between: [virginia, west],  slot: 1 }

        """;

    public const string ExistingNetwork = """
        name: shop
        aws:
          region: eu-central-1
          network: { existing: vpc-0abc1234, cidrs: [10.2.0.0/16], routeTables: [rtb-0abc1234], securityGroups: [sg-0abc1234] }
        azure: { location: westeurope, network: { cidr: 10.1.0.0/16 } }

        """;

    public const string Json = """
        {
          "name": "shop",
          "aws": { "region": "eu-central-1", "network": "10.2.0.0/16" },
          "azure": { "location": "westeurope", "network": { "cidrs": ["10.1.0.0/16"] }, "gateway": { "asn": 65010, "activeActive": false } }
        }
        """;

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["SPOKE_VNET_ID"] = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/data",
        ["SSH_PUBLIC_KEY"] = "ssh-ed25519 AAAA me",
        ["ASN"] = "65010",
        ["NOTHING"] = "",
        ["BROKEN"] = "swordfish",
        ["TEMPLATE"] = "${file(\"x\")}",
    };

    public static string? Env(string name) => Environment.GetValueOrDefault(name);

    public static ReadResult Read(string text) => RequestReader.Read(text, "s2svpn.yaml", Env);

    /// <summary>The request of a text that has nothing wrong.</summary>
    public static RequestDocument Good(string text)
    {
        var (document, findings) = Read(text);
        Assert.Empty(findings);
        return document!;
    }

    /// <summary>What a span covers.</summary>
    public static string At(string text, SourceSpan span) => text.Length == 0 ? "" : text.Split('\n')[span.Line - 1].Substring(span.Column - 1, span.Length);
}
