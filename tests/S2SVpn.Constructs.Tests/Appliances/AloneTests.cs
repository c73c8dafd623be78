using S2SVpn.Constructs.Aws;
using S2SVpn.Design.Checking;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;
using Access = S2SVpn.Design.Request.AccessFlow;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>An appliance alone, in a stack of somebody's own, against a peer whose address is given by hand.</summary>
public sealed class AloneTests
{
    private const string Office = "203.0.113.9";

    [Fact]
    public void Appliance_AgainstAnyPeer_StandsAlone()
    {
        var configuration = new Configuration(Synthesis.Synthesize(app => new Stack(app)));

        Assert.Empty(configuration.OfType("aws_vpn_connection"));
        Assert.Single(configuration.OfType("aws_instance"));
        Assert.False((bool)Assert.Single(configuration.OfType("aws_network_interface"))["source_dest_check"]!);
        var rules = configuration.OfType("aws_vpc_security_group_ingress_rule").Where(rule => (string?)rule["cidr_ipv4"] == $"{Office}/32").ToList();
        Assert.Equal(["50", "udp", "udp"], rules.Select(rule => (string?)rule["ip_protocol"]).Order(StringComparer.Ordinal));
    }

    private sealed class Stack : TerraformStack
    {
        public Stack(Cdk.App scope) : base(scope, "office")
        {
            _ = new AwsProvider(this, "provider-aws", new AwsProviderConfig { Region = "eu-central-1" });
            _ = new RandomProvider(this, "provider-random");
            var office = new Peer { Asn = new Asn(65010), Networks = [Cidr.Parse("192.168.0.0/16")] };
            var plan = new SingleSidePlanner("shop", office)
            {
                Access = [new Access { From = [FlowEnd.Of(SingleSidePlanner.PeerName)], To = [FlowEnd.Of("aws", "app")], Tcp = [new PortRange(443, 443)] }],
            }.Plan(new AwsSite
            {
                Region = "eu-central-1",
                Network = new() { Cidrs = [Cidr.Parse("10.2.0.0/16")], Subnets = [new("app", new AwsSubnet { Cidr = Cidr.Parse("10.2.0.0/24") })] },
                Gateway = new() { Kind = AwsGatewayKind.Appliance },
            });
            var keys = new PreSharedKeys(this, "keys");
            keys.Add(plan.Link);
            var aws = new AwsVpnSide(this, "aws", new() { Site = plan.Site });

            var ends = aws.ConnectTo(plan.Link.Name, [new GatewayEndpoint(0, Office, office.Asn)], keys);

            Assert.Equal(((AwsAppliance)aws.Gateway).PublicIps, ends.Select(end => end.OutsideIp).Distinct());
        }
    }
}
