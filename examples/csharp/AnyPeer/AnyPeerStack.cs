using Constructs;
using S2SVpn.Constructs;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Checking;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace AnyPeer;

/// <summary>A VNet with an active-active VPN gateway, and a connection to each of the two routers of a data centre.</summary>
public sealed class AnyPeerStack : TerraformStack
{
    private static readonly string[] Routers = ["198.51.100.7", "198.51.100.8"];

    public AnyPeerStack(Construct scope, string id) : base(scope, id)
    {
        _ = new Cdk.LocalBackend(this, new LocalBackendConfig { Path = "terraform.tfstate" });
        _ = new AzurermProvider(this, "provider-azurerm", new AzurermProviderConfig { Features = new[] { new AzurermProviderFeatures() } });

        var dataCentre = new Peer { Asn = new Asn(65020), Networks = [Cidr.Parse("192.168.0.0/16")], Endpoints = Routers.Length };
        var plan = new SingleSidePlanner("shop", dataCentre)
        {
            Link = new Link { Keys = new() { Source = KeySource.Variables } },
            Access = [new AccessFlow { From = [FlowEnd.Of("azure")], To = [FlowEnd.Of(SingleSidePlanner.PeerName)], Tcp = [new PortRange(5432, 5432)] }],
        }.Plan(new AzureSite
        {
            Location = "westeurope",
            Network = new() { Cidrs = [Cidr.Parse("10.1.0.0/16")], Subnets = [new("app", new AzureSubnet { Cidr = Cidr.Parse("10.1.0.0/24") })] },
        });

        var keys = new PreSharedKeys(this, "keys");
        keys.Add(plan.Link);
        var azure = new AzureVpnSide(this, "azure", new() { Site = plan.Site });
        // Each router takes one tunnel from each instance of the gateway.
        azure.ConnectTo(plan.Link.Name, [.. plan.Link.Tunnels.Select(tunnel => new TunnelEnd(tunnel, Routers[tunnel.Number - 1], keys[tunnel.Key]!))]);

        _ = new TerraformOutput(this, "routers", new TerraformOutputConfig
        {
            Description = "What the routers have to dial, by tunnel (instance.router): Azure's address, and both BGP addresses.",
            Value = plan.Link.Tunnels.ToDictionary(tunnel => tunnel.Id, object (tunnel) => new Dictionary<string, object>
            {
                ["remote_ip"] = azure.Endpoints[tunnel.AzureInstance].PublicIp,
                ["remote_bgp"] = tunnel.AzureAddress.ToString(),
                // In a single side's plan the peer has the place of the other cloud.
                ["local_bgp"] = tunnel.AwsAddress.ToString(),
            }),
        });
    }
}
