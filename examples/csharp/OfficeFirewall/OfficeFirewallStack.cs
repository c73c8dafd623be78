using Constructs;
using S2SVpn.Constructs;
using S2SVpn.Constructs.Aws;
using S2SVpn.Design.Checking;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace OfficeFirewall;

/// <summary>A VPC with a VPN gateway, and two tunnels to the one public address of an office.</summary>
public sealed class OfficeFirewallStack : TerraformStack
{
    public OfficeFirewallStack(Construct scope, string id) : base(scope, id)
    {
        _ = new Cdk.LocalBackend(this, new LocalBackendConfig { Path = "terraform.tfstate" });
        _ = new AwsProvider(this, "provider-aws", new AwsProviderConfig { Region = "eu-central-1" });
        _ = new RandomProvider(this, "provider-random");

        var office = new Peer { Asn = new Asn(65010), Networks = [Cidr.Parse("192.168.0.0/16")] };
        var plan = new SingleSidePlanner("shop", office)
        {
            Access =
            [
                new AccessFlow { From = [FlowEnd.Of(SingleSidePlanner.PeerName)], To = [FlowEnd.Of("aws", "app")], Tcp = [new PortRange(443, 443)] },
            ],
        }.Plan(new AwsSite
        {
            Region = "eu-central-1",
            Network = new() { Cidrs = [Cidr.Parse("10.2.0.0/16")], Subnets = [new("app", new AwsSubnet { Cidr = Cidr.Parse("10.2.0.0/24") })] },
        });

        var keys = new PreSharedKeys(this, "keys");
        keys.Add(plan.Link);
        var aws = new AwsVpnSide(this, "aws", new() { Site = plan.Site });
        var ends = aws.ConnectTo(plan.Link.Name, [new GatewayEndpoint(0, "203.0.113.9", office.Asn)], keys);

        _ = new TerraformOutput(this, "firewall", new TerraformOutputConfig
        {
            Description = "What the firewall has to dial, by tunnel: AWS's address, and both BGP addresses.",
            Value = ends.ToDictionary(end => end.Tunnel.Id, object (end) => new Dictionary<string, object>
            {
                ["remote_ip"] = end.OutsideIp,
                ["remote_bgp"] = end.Tunnel.AwsAddress.ToString(),
                // In a single side's plan the peer has the place of the other cloud.
                ["local_bgp"] = end.Tunnel.AzureAddress.ToString(),
            }),
        });
        _ = new TerraformOutput(this, "preshared_keys", new TerraformOutputConfig
        {
            Description = "The key of each tunnel.",
            Value = ends.ToDictionary(end => end.Tunnel.Id, object (end) => end.PreSharedKey),
            Sensitive = true,
        });
    }
}
