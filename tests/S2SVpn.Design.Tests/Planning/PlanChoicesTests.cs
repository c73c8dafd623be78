using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Tests.Planning;

public sealed class PlanChoicesTests
{
    private const string Smallest = """
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        """;

    [Fact]
    public void Of_SmallestRequest_NamesTheLinesThatWouldChangeIt()
    {
        var choices = Choices(Smallest).ToDictionary(choice => choice.Line);
        Assert.Equal("10.2.0.0/24", choices["aws.network.subnets.app.cidr"].Value);
        Assert.Equal("AWS chooses", choices["aws.network.subnets.app.zone"].Value);
        Assert.Equal("virtual-private", choices["aws.gateway.kind"].Value);
        Assert.Equal("10.1.255.224/27", choices["azure.network.gatewaySubnet.cidr"].Value);
        Assert.Equal("shop-rg", choices["azure.resourceGroup"].Value);
        Assert.Equal("1, 2, 3", choices["azure.gateway.zones"].Value);
        Assert.Equal("two, both active", choices["azure.gateway.activeActive"].Value);
        Assert.Equal("ikev2 aes256 sha384 ecp384 esp aes256-gcm ecp384", choices["link.crypto"].Value);
        Assert.Equal("0", choices["link.slot"].Value);
        Assert.Equal("none", choices["access"].Value);
        Assert.Equal("terraform.shop.tfstate", choices["terraform.backend"].Value);
        Assert.All(choices.Values, choice => Assert.NotEmpty(choice.Why));
    }

    [Fact]
    public void Of_WhatIsWritten_IsNoChoice()
    {
        var lines = Choices("""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16, gateway: transit }
            azure:
              location: westeurope
              resourceGroup: rg-net
              network: { cidr: 10.1.0.0/16, subnets: { app: 10.1.1.0/24 }, gatewaySubnet: 10.1.255.0/27 }
              gateway: { sku: VpnGw2AZ, zones: [] }
            link: { routing: static, crypto: balanced, keys: variables }
            terraform: { backend: { s3: { bucket: states, key: k, region: eu-central-1 } }, protect: true }
            """).Select(choice => choice.Line).ToList();
        string[] written =
        [
            "aws.gateway.kind", "azure.resourceGroup", "azure.network.subnets.app.cidr", "azure.network.gatewaySubnet.cidr", "azure.gateway.sku",
            "azure.gateway.zones", "link.routing", "link.crypto", "link.keys", "terraform.backend", "terraform.protect",
        ];
        Assert.Empty(lines.Intersect(written));
        Assert.Contains("aws.gateway.ecmp", lines);
        Assert.Contains("azure.gateway.generation", lines);
        Assert.Contains("link.slot", lines);
        Assert.Contains("link.prefixes.aws", lines);
    }

    [Fact]
    public void Of_ProbesAndAppliances_NamesTheirPlaces()
    {
        var choices = Choices("""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16, gateway: { kind: appliance, appliance: { count: 2, addresses: [10.2.0.9] } } }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            probes:
              aws: [{ name: vm3, address: 10.2.0.20 }]
              azure: [{ name: vm1, subnet: app }]
            """);
        Assert.Equal(
            ["aws.gateway.appliance.addresses[1]", "probes.aws[0].subnet", "probes.aws[0].size", "probes.azure[0].address", "probes.azure[0].size"],
            choices.Where(choice => choice.Line.StartsWith("probes", StringComparison.Ordinal) || choice.Line.Contains("appliance", StringComparison.Ordinal))
                .Select(choice => choice.Line));
    }

    [Fact]
    public void Of_ExistingTransitGatewayAndMachinesInAzure_NamesWhatIsTakenForGranted()
    {
        var choices = Choices("""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16, gateway: { kind: transit, existing: tgw-1 } }
            azure: { location: westeurope, network: 10.1.0.0/16, gateway: appliance }
            """).ToDictionary(choice => choice.Line, choice => choice.Value);
        Assert.Equal("the default one", choices["aws.gateway.routeTable"]);
        Assert.Equal("10.1.0.4", choices["azure.gateway.appliance.addresses[0]"]);
        Assert.DoesNotContain("azure.gateway.sku", choices.Keys);
    }

    private static ValueList<PlanChoice> Choices(string yaml)
    {
        var read = RequestReader.Read(yaml, "s2svpn.yaml", _ => null);
        Assert.Empty(read.Findings);
        return PlanChoices.Of(read.Document!, ConnectivityPlan.CreateUnchecked(read.Document!.Request));
    }
}
