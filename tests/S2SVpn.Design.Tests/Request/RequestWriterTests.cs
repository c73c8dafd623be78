using S2SVpn.Design.Network;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Writing;

namespace S2SVpn.Design.Tests.Request;

public sealed class RequestWriterTests
{
    [Fact]
    public void Write_Smallest_IsWhatPeopleWrite() => Assert.Equal(
        """
        # yaml-language-server: $schema=schema/s2svpn.schema.json
        name: shop

        aws:
          region: eu-central-1
          network: 10.2.0.0/16

        azure:
          location: westeurope
          network: 10.1.0.0/16

        """,
        RequestWriter.Write(Requests.Good(Requests.Smallest).Request));

    [Fact]
    public void Write_Everything_LeavesDefaultsOut() => Assert.Equal(
        """
        # yaml-language-server: $schema=../schema/s2svpn.schema.json
        name: shop
        owner: net@example.com
        environment: prod

        tags:
          cost-centre: "42"

        aws:
          region: eu-central-1
          network:
            cidr: 10.2.0.0/16
            subnets:
              app: { cidr: 10.2.1.0/24, zone: a }
              db: { cidr: 10.2.2.0/24, zone: b }
            internetGateway: true
          gateway:
            kind: transit
            ecmp: true

        azure:
          location: westeurope
          resourceGroup: rg-shop-net
          network:
            cidr: 10.1.0.0/16
            subnets:
              app: 10.1.1.0/24
            gatewaySubnet: 10.1.255.0/27
            spoke:
              name: vnet-data
              id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/data
              cidr: 10.8.0.0/16
          gateway:
            sku: VpnGw2AZ
            generation: 2
            zones: [1, 2, 3]

        link:
          keys: generated
          tunnels:
            logs:
              activity: true
              bgp: true
            each:
              "1.1": { startup: add }

        access:
          - { from: azure.app, to: aws.app, tcp: [443, 5432] }
          - { from: aws.app, to: azure.app, tcp: 22, icmp: true }

        probes:
          sshKey: ssh-ed25519 AAAA me
          sshFrom: 203.0.113.7/32
          aws:
            - { name: vm3, subnet: app, address: 10.2.1.10 }
          azure:
            - { name: vm1, subnet: app, address: 10.1.1.10 }
            - { name: vm2, subnet: app, address: 10.1.1.20 }

        monitoring:
          notify: noc@example.com
          dashboard: true

        terraform:
          backend:
            s3:
              bucket: tf-state
              key: shop/vpn
              region: eu-central-1
          protect: true

        accept:
          - { rule: X016, because: one active path is enough for the lab }

        """,
        RequestWriter.Write(Requests.Good(Requests.Everything).Request, "../schema/s2svpn.schema.json"));

    [Fact]
    public void Write_SeveralSites_NamesThem() => Assert.Equal(
        """
        name: shop

        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
          virginia: { region: us-east-1, network: 10.3.0.0/16 }

        azure:
          west: { location: westeurope, network: 10.1.0.0/16 }

        links:
          - { between: [frankfurt, west], slot: 0 }
          - { between: [virginia, west], slot: 1 }

        """,
        RequestWriter.Write(Requests.Good(Requests.SeveralSites).Request, schema: null));

    [Theory]
    [InlineData(nameof(Requests.Smallest))]
    [InlineData(nameof(Requests.Everything))]
    [InlineData(nameof(Requests.SeveralSites))]
    [InlineData(nameof(Requests.ExistingNetwork))]
    [InlineData(nameof(Requests.Json))]
    public void Write_WhatWasRead_ReadsTheSame(string name)
    {
        var request = Requests.Good((string)typeof(Requests).GetField(name)!.GetValue(null)!).Request;
        Assert.Equal(request, Requests.Good(RequestWriter.Write(request)).Request);
    }

    [Fact]
    public void Write_WhatIsAwkward_ReadsTheSame()
    {
        var smallest = Requests.Good(Requests.Smallest).Request;
        var aws = smallest.Aws["aws"];
        VpnRequest[] requests =
        [
            smallest with { Links = [] },
            smallest with { Links = [new Link(), new Link()] },
            smallest with { Links = [new Link { Slot = 0, Selectors = [new TrafficSelector { Aws = [] }] }] },
            smallest with { Aws = [new("network", aws), new("region", aws)] },
            smallest with { Aws = [new("gateway", aws with { Network = new AwsNetwork { Cidrs = [] } })] },
            smallest with { Aws = [new("aws", aws with { Network = aws.Network with { Subnets = [new("null", new()), new("-", new() { Zone = "a" })] } })] },
            smallest with { Links = [new Link { Keys = new KeyRequest { SecretsManager = new() }, Tunnels = new() { Logs = new() } }] },
            smallest with { Links = [new Link { Keys = new KeyRequest { Source = KeySource.SecretsManager, SecretsManager = new() { Secrets = ["a"] } } }] },
            smallest with { Azure = [new("azure", smallest.Azure["azure"] with { Gateway = new AzureGateway { Zones = [] } })] },
            smallest with { Terraform = new() { Backend = new() { Local = new(), Pg = new() { Schema = "null" } } } },
        ];
        Assert.All(requests, request => Assert.Equal(request, Requests.Good(RequestWriter.Write(request)).Request));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "two words")]
    [InlineData("a:b", "a:b")]
    [InlineData("/subscriptions/x", "/subscriptions/x")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a:", "\"a:\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("No", "\"No\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("42", "\"42\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("*a", "\"*a\"")]
    [InlineData("{a}", "\"{a}\"")]
    [InlineData("say \"x\\y\"", "\"say \\\"x\\\\y\\\"\"")]
    [InlineData("a\nb\tc\r\u0001", "\"a\\nb\\tc\\u000D\\u0001\"")]
    [InlineData("é\u2028\uE001\uFEFF", "\"é\\u2028\\uE001\\uFEFF\"")]
    [InlineData("\ud83d\ude00\udb40\udc41", "\"\ud83d\ude00\\U000E0041\"")]
    public void Write_AnyText_IsQuotedWhereNeeded(string text, string written)
    {
        var request = Requests.Good(Requests.Smallest).Request with { Owner = text };
        var yaml = RequestWriter.Write(request);
        Assert.Contains($"\nowner: {written}\n", yaml, StringComparison.Ordinal);
        Assert.Equal(request, Requests.Good(yaml).Request);
    }

    [Theory]
    [InlineData("${aws_vpc.x.id}")]
    [InlineData("%{ if x }")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("")]
    public void Write_TextThatNoFileCanHold_Throws(string text) => Refuses(text);

    // Apart from the others, since the runner's own files can't hold an unpaired surrogate either.
    [Fact]
    public void Write_HalfACharacter_Throws() => Assert.All(["half \ud800", "\udc00", "\ud83d\ud83d\ude00"], Refuses);

    [Fact]
    public void Write_NoSites_Throws()
    {
        var request = Requests.Good(Requests.Smallest).Request with { Aws = [] };
        Assert.StartsWith(
            "A request has at least one site in each cloud.",
            Assert.Throws<ArgumentException>(() => RequestWriter.Write(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LongLists_GoOverSeveralLines()
    {
        var cidrs = Enumerable.Range(0, 20).Select(i => Cidr.Parse($"10.{i}.0.0/16")).ToValueList();
        var smallest = Requests.Good(Requests.Smallest).Request;
        var request = smallest with { Aws = [new("aws", smallest.Aws["aws"] with { Behind = cidrs })] };
        var yaml = RequestWriter.Write(request);
        Assert.Contains("  behind:\n    - 10.0.0.0/16\n    - 10.1.0.0/16\n", yaml, StringComparison.Ordinal);
        Assert.Equal(request, Requests.Good(yaml).Request);
    }

    private static void Refuses(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => RequestWriter.Write(Requests.Good(Requests.Smallest).Request with { Owner = text }));
        Assert.StartsWith("A request can't hold this String in a file: no reader would take it.", error.Message, StringComparison.Ordinal);
    }
}
