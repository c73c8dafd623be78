using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>Stacks for each site: small ones, each of which reads those that its links lead to and no other.</summary>
public sealed class FleetStackTests
{
    private const string Fleet = """
        name: fleet
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16, gateway: { asn: 64512 } }
          virginia: { region: us-east-1, network: 10.3.0.0/16, gateway: { asn: 64513 } }
        azure:
          west: { location: westeurope, network: 10.1.0.0/16, gateway: { asn: 65010 } }
          north: { location: northeurope, network: 10.4.0.0/16, gateway: { asn: 65011 } }
        links:
          - { name: one, between: [frankfurt, west], slot: 0 }
          - { name: two, between: [virginia, west], slot: 1 }
          - { name: three, between: [virginia, north], slot: 2 }
        access:
          - { from: west, to: virginia, tcp: 443 }
        """;

    [Fact]
    public void Stacks_OfAFleet_ReadThoseThatTheirLinksLeadTo()
    {
        var stacks = Synthesize("");

        Assert.Equal(
            """
            fleet-azure-gateways-west:
            fleet-azure-gateways-north:
            fleet-aws-frankfurt: fleet-azure-gateways-west
            fleet-aws-virginia: fleet-azure-gateways-north, fleet-azure-gateways-west
            fleet-azure-connections-west: fleet-aws-frankfurt, fleet-aws-virginia, fleet-azure-gateways-west
            fleet-azure-connections-north: fleet-aws-virginia, fleet-azure-gateways-north
            """,
            string.Join('\n', stacks.Select(stack => $"{stack.Key}: {string.Join(", ", Reads(stack.Value))}".TrimEnd())));
    }

    [Fact]
    public void Stacks_OfAFleet_HaveTheResourcesOfOneStackAtTheSameAddresses()
    {
        const string Extras = "probes: { aws: [{ name: p, site: virginia }], azure: [{ name: q, site: west }] }\nmonitoring: { dashboard: true, notify: [noc@example.com] }";
        var single = Synthesize($"{Extras}\n", layout: "single").Single().Value;

        var fleet = Synthesize(Extras).Values.SelectMany(Addresses).ToList();

        Assert.Equal(Addresses(single).Order(StringComparer.Ordinal), fleet.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stacks_OfAFleet_HaveTheirOwnSitesInTheirOutputs()
    {
        var stacks = Synthesize("");

        Assert.Equal(["virginia"], Sites(stacks["fleet-aws-virginia"], "aws_vpc_ids"));
        Assert.Equal(["three", "two"], Sites(stacks["fleet-aws-virginia"], "aws_vpn_connection_ids"));
        Assert.Equal(["north"], Sites(stacks["fleet-azure-gateways-north"], "azure_gateway_public_ips"));
        Assert.Equal(["three"], Sites(stacks["fleet-azure-connections-north"], "azure_connection_ids"));
    }

    [Fact]
    public void Dashboard_OfAFleet_ReadsEverySiteInAStackOfItsOwn()
    {
        var stacks = Synthesize("monitoring: { dashboard: true }");

        Assert.Equal(["fleet-aws-frankfurt", "fleet-aws-virginia"], Reads(stacks["fleet-dashboard"]));
        Assert.Single(stacks["fleet-dashboard"].OfType("aws_cloudwatch_dashboard"));
    }

    [Fact]
    public void SshKey_OfAFleet_IsMadeInAStackOfItsOwn()
    {
        var stacks = Synthesize("probes: { aws: [{ name: p, site: virginia }], azure: [{ name: q, site: west }] }");

        Assert.Single(stacks["fleet-shared"].OfType("tls_private_key"));
        Assert.Contains("fleet-shared", Reads(stacks["fleet-aws-virginia"]));
        Assert.DoesNotContain("fleet-shared", Reads(stacks["fleet-aws-frankfurt"]));
        Assert.Contains("terraform -chdir=../fleet-shared output -raw ssh_private_key", (string?)stacks["fleet-aws-virginia"].Json["output"]!["checks"]!["value"]);
    }

    private static IEnumerable<string> Reads(Configuration stack) =>
        (stack.Json["data"]?["terraform_remote_state"]?.AsObject() ?? []).Select(read => read.Key["cross-stack-reference-input-".Length..]).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Addresses(Configuration stack) =>
        stack.Json["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(resource => $"{type.Key}.{resource.Key}"));

    private static IEnumerable<string> Sites(Configuration stack, string output) =>
        stack.Json["output"]![output]!["value"]!.AsObject().Select(site => site.Key).Order(StringComparer.Ordinal);

    private static Dictionary<string, Configuration> Synthesize(string more, string layout = "per-site")
    {
        using var folder = new TemporaryFolder();
        var plan = Synthesis.Plan($"{Fleet}\n{more}\nterraform: {{ stacks: {layout}, backend: {{ s3: {{ bucket: states, key: vpn.tfstate, region: eu-central-1 }} }} }}");
        return Synthesis.SynthesizeAll(plan, folder.Path).ToDictionary(stack => stack.Stack.Name, stack => new Configuration(stack.Text));
    }
}
