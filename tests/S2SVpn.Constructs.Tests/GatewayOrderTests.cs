using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>
/// Azure refuses what it is told of a VNet while a gateway is made in it, so everything else is written to it before
/// (github.com/hashicorp/terraform-provider-azurerm/issues/13105).
/// </summary>
public sealed class GatewayOrderTests
{
    private static readonly string[] Associations = ["azurerm_subnet_network_security_group_association", "azurerm_subnet_route_table_association"];

    public static TheoryData<string> Examples { get; } = [.. Directory.GetFiles(Repository.File("examples"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void AzureGateway_OfAnExample_WaitsForEveryWriteToItsVnet(string example)
    {
        using var folder = new TemporaryFolder();
        var plan = Synthesis.Plan(File.ReadAllText(Repository.File("examples", example)));

        Assert.All(Synthesis.SynthesizeAll(plan, folder.Path), stack => AssertWaits(new Configuration(stack.Text)));
    }

    [Fact]
    public void AzureGateway_OfTwoFilteredSubnetsWithRoutes_WaitsForSevenWrites()
    {
        var configuration = new Configuration(Synthesis.Synthesize("""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16 }
            azure: { location: westeurope, network: { cidr: 10.1.0.0/16, subnets: { app: 10.1.1.0/24, db: 10.1.2.0/24 } }, gateway: { sku: VpnGw2AZ } }
            link: { routing: static, nat: [{ name: in, direction: ingress, internal: [10.2.0.0/16], external: [10.102.0.0/16] }] }
            """));

        Assert.Equal(7, WritesOf(configuration, Assert.Single(configuration.OfType("azurerm_virtual_network_gateway"))).Count());
        AssertWaits(configuration);
    }

    private static void AssertWaits(Configuration configuration) => Assert.All(configuration.OfType("azurerm_virtual_network_gateway"), gateway =>
    {
        var waitsFor = gateway["depends_on"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        Assert.Empty(WritesOf(configuration, gateway).Where(write => !waitsFor.Contains($"{write.Type}.{write.Name}")).Select(write => $"{write.Type}.{write.Name}"));
    });

    // What is written to the VNet that the gateway's own subnet is in.
    private static IEnumerable<Resource> WritesOf(Configuration configuration, Resource gateway)
    {
        var own = (string)gateway["ip_configuration"]![0]!["subnet_id"]!;
        var network = NetworkOf(configuration, own);
        return configuration.OfType("azurerm_subnet").Where(subnet => subnet.Text("virtual_network_name") == network)
            .Concat(Associations.SelectMany(configuration.OfType).Where(association => NetworkOf(configuration, association.Text("subnet_id")) == network));
    }

    // Of an existing subnet the id tells the name: .../virtualNetworks/{name}/subnets/{name}.
    private static string NetworkOf(Configuration configuration, string subnetId) => subnetId.StartsWith("${", StringComparison.Ordinal)
        ? configuration.Resolve(subnetId).Resource.Text("virtual_network_name")
        : subnetId.Split('/')[^3];
}
