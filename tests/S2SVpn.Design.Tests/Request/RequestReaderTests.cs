using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Request;

public sealed class RequestReaderTests
{
    private static readonly VpnRequest Smallest = new()
    {
        Name = "shop",
        Aws = [new("aws", new AwsSite { Region = "eu-central-1", Network = new AwsNetwork { Cidrs = [Cidr.Parse("10.2.0.0/16")] } })],
        Azure = [new("azure", new AzureSite { Location = "westeurope", Network = new AzureNetwork { Cidrs = [Cidr.Parse("10.1.0.0/16")] } })],
    };

    [Fact]
    public void Read_Smallest_GivesTheDefaults() => Assert.Equal(Smallest, Requests.Good(Requests.Smallest).Request);

    [Fact]
    public void Read_Json_IsRead()
    {
        var azure = Smallest.Azure["azure"] with { Gateway = new AzureGateway { Asn = new Asn(65010), ActiveActive = false } };
        Assert.Equal(Smallest with { Azure = [new("azure", azure)] }, Requests.Good(Requests.Json).Request);
    }

    [Fact]
    public void Read_Everything_GivesEveryValue()
    {
        var request = Requests.Good(Requests.Everything).Request;
        var aws = new AwsSite
        {
            Region = "eu-central-1",
            Network = new AwsNetwork
            {
                Cidrs = [Cidr.Parse("10.2.0.0/16")],
                Subnets =
                [
                    new("app", new AwsSubnet { Cidr = Cidr.Parse("10.2.1.0/24"), Zone = "a" }),
                    new("db", new AwsSubnet { Cidr = Cidr.Parse("10.2.2.0/24"), Zone = "b" }),
                ],
                InternetGateway = true,
            },
            Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit, Asn = new Asn(64512), Ecmp = true },
        };
        var azure = new AzureSite
        {
            Location = "westeurope",
            ResourceGroup = new ResourceGroup { Name = "rg-shop-net" },
            Network = new AzureNetwork
            {
                Cidrs = [Cidr.Parse("10.1.0.0/16")],
                Subnets = [new("app", new AzureSubnet { Cidr = Cidr.Parse("10.1.1.0/24") })],
                GatewaySubnet = new GatewaySubnet { Cidr = Cidr.Parse("10.1.255.0/27") },
                Spokes =
                [
                    new Spoke
                    {
                        Name = "vnet-data",
                        Id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/data",
                        Cidrs = [Cidr.Parse("10.8.0.0/16")],
                    },
                ],
            },
            Gateway = new AzureGateway { Sku = GatewaySku.VpnGw2AZ, Generation = GatewayGeneration.Two, Zones = [1, 2, 3] },
        };
        Assert.Equal(
            new VpnRequest
            {
                Name = "shop",
                Owner = "net@example.com",
                Environment = "prod",
                Tags = [new("cost-centre", "42")],
                Aws = [new("aws", aws)],
                Azure = [new("azure", azure)],
                Links =
                [
                    new Link
                    {
                        Keys = new KeyRequest { Source = KeySource.Generated },
                        Tunnels = new TunnelOptions
                        {
                            Logs = new TunnelLogs { Activity = true, Bgp = true },
                            Each = [new("1.1", new TunnelOverride { Startup = Startup.Add })],
                        },
                    },
                ],
                Access =
                [
                    new AccessFlow { From = [FlowEnd.Of("azure", "app")], To = [FlowEnd.Of("aws", "app")], Tcp = [new(443, 443), new(5432, 5432)] },
                    new AccessFlow { From = [FlowEnd.Of("aws", "app")], To = [FlowEnd.Of("azure", "app")], Tcp = [new(22, 22)], Icmp = true },
                ],
                Probes = new Probes
                {
                    SshKey = "ssh-ed25519 AAAA me",
                    SshFrom = [Cidr.Parse("203.0.113.7/32")],
                    Aws = [new Probe { Name = "vm3", Subnet = "app", Address = Ipv4.Parse("10.2.1.10") }],
                    Azure =
                    [
                        new Probe { Name = "vm1", Subnet = "app", Address = Ipv4.Parse("10.1.1.10") },
                        new Probe { Name = "vm2", Subnet = "app", Address = Ipv4.Parse("10.1.1.20") },
                    ],
                },
                Monitoring = new Monitoring { Notify = ["noc@example.com"], Dashboard = true },
                Terraform = new TerraformSettings
                {
                    Backend = new Backend { S3 = new S3Backend { Bucket = "tf-state", Key = "shop/vpn", Region = "eu-central-1" } },
                    Protect = true,
                },
                Accept = [new Acceptance { Rule = "X016", Because = "one active path is enough for the lab" }],
            },
            request);
    }

    [Fact]
    public void Read_SeveralSites_KeepsTheirNamesAndOrder()
    {
        var request = Requests.Good(Requests.SeveralSites).Request;
        Assert.Equal(["frankfurt", "virginia"], request.Aws.Keys);
        Assert.Equal("us-east-1", request.Aws["virginia"].Region);
        Assert.Equal([new Link { Between = ["frankfurt", "west"], Slot = 0 }, new Link { Between = ["virginia", "west"], Slot = 1 }], request.Links);
    }

    [Fact]
    public void Read_SiteNamedAsAKey_IsStillASite()
    {
        var request = Requests.Good("""
            name: shop
            aws: { network: { region: eu-central-1, network: 10.2.0.0/16 }, behind: { region: us-east-1, network: 10.3.0.0/16 } }
            azure: { gateway: { location: westeurope, network: { cidr: 10.1.0.0/16 } } }
            """).Request;
        Assert.Equal(["network", "behind"], request.Aws.Keys);
        Assert.Equal(["gateway"], request.Azure.Keys);
    }

    [Fact]
    public void Read_AnchorsAndMerges_AreFollowed()
    {
        var request = Requests.Good("""
            name: shop
            aws:
              frankfurt: &site
                region: eu-central-1
                network: 10.2.0.0/16
                gateway: { kind: transit }
              virginia: { <<: *site, region: us-east-1, network: &cidr 10.3.0.0/16 }
              ohio: { <<: [{ region: us-east-2 }, *site], network: 10.4.0.0/16, behind: *cidr }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            """).Request;
        var transit = new AwsGateway { Kind = AwsGatewayKind.Transit };
        Assert.All(request.Aws.Values, site => Assert.Equal(transit, site.Gateway));
        Assert.Equal(["eu-central-1", "us-east-1", "us-east-2"], request.Aws.Values.Select(site => site.Region));
        Assert.Equal([Cidr.Parse("10.3.0.0/16")], request.Aws["ohio"].Behind);
    }

    [Fact]
    public void Read_Null_IsAsLeftOut()
    {
        var text = Requests.Smallest + """
            owner:
            environment: ~
            monitoring: null
            probes: ${env:NOTHING:-}
            """;
        Assert.Equal(Smallest, Requests.Good(text).Request);
    }

    [Theory]
    [InlineData("${env:ASN}", 65010)]
    [InlineData("\"${env:ASN}\"", 65010)]
    [InlineData("6${env:MISSING:-4}${env:NOTHING:-512}", 64512)]
    public void Read_Variables_FillAnyValue(string text, uint asn)
    {
        var request = Requests.Good(Requests.Smallest + $"  gateway: {{ asn: {text}, zones: [] }}\n").Request;
        Assert.Equal(new AzureGateway { Asn = new Asn(asn), Zones = [] }, request.Azure["azure"].Gateway);
    }

    [Fact]
    public void Read_DefaultOfAVariable_MayHoldAnySignAlsoInBraces()
    {
        var request = Requests.Good(Requests.Smallest + "tags: { a: ${env:MISSING:-x, y: [z] #1}, b: ${env:MISSING:-}, c: '}' }\n").Request;
        Assert.Equal([new("a", "x, y: [z] #1"), new("b", ""), new("c", "}")], request.Tags);
    }

    [Theory]
    [InlineData("strong", CryptoProfileName.Strong)]
    [InlineData("FAST", CryptoProfileName.Fast)]
    [InlineData("{ profile: legacy }", CryptoProfileName.Legacy)]
    public void Read_Words_IgnoreCase(string text, CryptoProfileName profile) =>
        Assert.Equal(profile, Requests.Good($"{Requests.Smallest}link: {{ crypto: {text} }}").Request.Links[0].Crypto.Profile);

    [Fact]
    public void Read_ByteOrderMarkAndWindowsLineEnds_ChangeNothing()
    {
        var document = Requests.Good("\uFEFF" + Requests.Smallest.ReplaceLineEndings("\r\n"));
        Assert.Equal(Smallest, document.Request);
        Assert.Equal(new SourceSpan("s2svpn.yaml", 8, 12, 11), document.Sources.Locate(RequestPath.Root.At("azure.azure.network")).Span);
    }

    [Theory]
    [InlineData("", "", 1, "name: shop")]
    [InlineData("name", "name", 1, "shop")]
    [InlineData("aws", "aws", 6, "aws")]
    [InlineData("aws.aws", "aws", 6, "aws")]
    [InlineData("aws.aws.network.cidrs[0]", "aws.network.cidr", 9, "10.2.0.0/16")]
    [InlineData("aws.aws.network.subnets.db.cidr", "aws.network.subnets.db.cidr", 12, "10.2.2.0/24")]
    [InlineData("aws.aws.profile", "aws.profile", 6, "aws")]
    [InlineData("azure.azure.resourceGroup.name", "azure.resourceGroup", 21, "rg-shop-net")]
    [InlineData("azure.azure.network.cidrs[0]", "azure.network.cidrs[0]", 23, "10.1.0.0/16")]
    [InlineData("azure.azure.network.subnets.app.cidr", "azure.network.subnets.app", 25, "10.1.1.0/24")]
    [InlineData("azure.azure.network.spokes[0]", "azure.network.spokes[0]", 28, "{ name: vnet-data, id: ${env:SPOKE_VNET_ID}, cidrs: [10.8.0.0/16] }")]
    [InlineData("azure.azure.network.spokes[0].id", "azure.network.spokes[0].id", 28, "${env:SPOKE_VNET_ID}")]
    [InlineData("links[0]", "link", 36, "link")]
    [InlineData("links[0].crypto.profile", "link.crypto", 38, "strong")]
    [InlineData("links[0].slot", "link.slot", 36, "link")]
    [InlineData("links[0].tunnels.each[\"1.1\"].startup", "link.tunnels.each[\"1.1\"].startup", 45, "add")]
    [InlineData("access[1].tcp[0]", "access[1].tcp", 49, "22")]
    [InlineData("probes.azure[1].address", "probes.azure[1].address", 55, "10.1.1.20")]
    [InlineData("accept[0].because", "accept[0].because", 66, "\"one active path is enough for the lab\"")]
    public void Read_Everything_KnowsWhereEachValueStands(string path, string written, int line, string text)
    {
        var place = Requests.Good(Requests.Everything).Sources.Locate(path.Length == 0 ? RequestPath.Root : RequestPath.Root.At(path));
        Assert.Equal((written, line, text), (place.Path, place.Span.Line, Requests.At(Requests.Everything, place.Span)));
    }
}
