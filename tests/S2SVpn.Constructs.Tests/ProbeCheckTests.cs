using System.Text.RegularExpressions;
using S2SVpn.Constructs.Tests.Properties;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>Each printed check can pass: the filters of both clouds let it through, and its machine has the tool.</summary>
public sealed partial class ProbeCheckTests
{
    // What Ubuntu's images bring, what the machine gets by cloud-init, and what whoever applied has.
    private static readonly string[] Tools = ["ping", "mtr", "nc", "vpn-speed", "ssh", "az", "terraform"];

    [Theory]
    [InlineData("managed-ha-bgp")]
    [InlineData("managed-ha-static")]
    [InlineData("everything")]
    public void Checks_OfAnExample_AreLetThroughByTheFiltersOfBothClouds(string example)
    {
        var plan = Synthesis.Plan(File.ReadAllText(Repository.File("examples", $"{example}.yaml")));
        using var folder = new TemporaryFolder();
        var configuration = new Configuration(Synthesis.Synthesize(plan, folder.Path));
        var filters = new SynthesizedFilters(configuration);
        var text = Checks(configuration);
        var tried = 0;
        foreach (var path in ProbePath.Of(plan))
        {
            var (aws, azure) = path.From.Cloud == Cloud.Aws ? (path.From, path.To) : (path.To, path.From);
            var section = Section(text, path);
            var commands = Command().Matches(section).Select(match => match.Value).ToList();
            Assert.NotEmpty(commands);
            Assert.All(commands, command => Assert.Contains(path.Address.ToString()!, command));
            Assert.Equal(path.Icmp, commands.Exists(command => command.StartsWith("ping", StringComparison.Ordinal)));
            foreach (var port in commands.Select(command => Port().Match(command)).Where(match => match.Success).Select(match => int.Parse(match.Groups["port"].Value)))
            {
                var direction = path.From.Cloud == Cloud.Azure ? FlowDirection.Inbound : FlowDirection.Outbound;
                var (one, other) = (aws.Probe.Address!.Value, azure.Probe.Address!.Value);
                Assert.True(filters.AwsAdmits(plan.AwsSite(aws.Site), one, Seen(plan, other), direction, port), section);
                Assert.True(
                    filters.AzureAdmits(plan.AzureSite(azure.Site), other, one, direction == FlowDirection.Inbound ? FlowDirection.Outbound : FlowDirection.Inbound, port), section);
                tried++;
            }
        }

        Assert.NotEqual(0, tried);
    }

    [Fact]
    public void Checks_OfMachinesWithoutAPublicAddress_UseOnlyWhatTheyHave()
    {
        var configuration = Example("managed-ha-bgp");
        var text = Checks(configuration);
        var first = text.Split('\n').Where(line => line.Length > 0 && line[0] is not ('#' or ' ')).Select(line => line.Split(' ')[0]);

        Assert.All(first, word => Assert.Contains(word, Tools));
        Assert.DoesNotContain("iperf3", text);
        // In AWS through the endpoint, in Azure by Azure itself.
        var instance = Assert.Single(configuration.OfType("aws_instance"));
        Assert.Contains(
            $"\nssh -i probe.pem -o StrictHostKeyChecking=accept-new -o ProxyCommand='aws ec2-instance-connect open-tunnel --region eu-central-1 --instance-id ${{aws_instance.{instance.Name}.id}}' ubuntu@10.2.1.10\nping",
            text);
        var machine = Assert.Single(configuration.OfType("azurerm_linux_virtual_machine"));
        Assert.Contains(
            $"\naz vm run-command invoke --ids ${{azurerm_linux_virtual_machine.{machine.Name}.id}} --command-id RunShellScript \\\n  --query 'value[0].message' --output tsv --scripts \"ping -c 5 10.2.1.10\" \\\n  \"mtr",
            text);
    }

    [Fact]
    public void ConnectEndpoint_OfMachinesWithoutAPublicAddress_ReachesTheirSshAndNothingElse()
    {
        var configuration = Example("managed-ha-bgp");

        var endpoint = Assert.Single(configuration.OfType("aws_ec2_instance_connect_endpoint"));
        Assert.False((bool)endpoint["preserve_client_ip"]!);
        var group = configuration.Resolve(Assert.Single(endpoint["security_group_ids"]!.AsArray())).Resource;
        var machines = Assert.Single(configuration.OfType("aws_security_group"), other => other.Text("name") == "ha-bgp-test-probe-sg");
        var egress = Assert.Single(configuration.OfType("aws_vpc_security_group_egress_rule"), rule => configuration.Resolve(rule["security_group_id"]).Resource == group);
        var ingress = Assert.Single(configuration.OfType("aws_vpc_security_group_ingress_rule"), rule => rule["referenced_security_group_id"] is not null);
        Assert.Equal((machines, group), (configuration.Resolve(egress["referenced_security_group_id"]).Resource, configuration.Resolve(ingress["referenced_security_group_id"]).Resource));
        Assert.Equal(machines, configuration.Resolve(ingress["security_group_id"]).Resource);
        Assert.All(new[] { egress, ingress }, rule => Assert.Equal(("tcp", 22, 22), (rule.Text("ip_protocol"), (int)rule["from_port"]!, (int)rule["to_port"]!)));
        Assert.DoesNotContain(configuration.OfType("aws_vpc_security_group_ingress_rule"), rule => configuration.Resolve(rule["security_group_id"]).Resource == group);
    }

    [Theory]
    // Each has a public address of its own; the VPC is another's, and may have its one endpoint already.
    [InlineData("{ cidrs: [10.2.0.0/16], internetGateway: true }", "sshFrom: [203.0.113.7/32], ")]
    [InlineData("{ existing: vpc-0a1b2c3d4e5f60718, cidrs: [10.2.0.0/16], subnets: { app: { existing: subnet-0a1b2c3d4e5f60718, cidr: 10.2.0.0/24 } } }", "")]
    public void ConnectEndpoint_WhereNoMachineNeedsItOrTheVpcIsAnothers_IsNotMade(string network, string probes)
    {
        var configuration = new Configuration(Synthesis.Synthesize($$"""
            name: shop
            aws: { region: eu-central-1, network: {{network}} }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            access: [{ from: aws, to: azure, icmp: true }]
            probes: { {{probes}}aws: [{ name: one }], azure: [{ name: two }] }
            """));

        Assert.Empty(configuration.OfType("aws_ec2_instance_connect_endpoint"));
        Assert.DoesNotContain("ProxyCommand", Checks(configuration));
        Assert.Equal(probes.Length == 0, Checks(configuration).Contains("give its VPC an EC2 Instance Connect endpoint", StringComparison.Ordinal));
    }

    private static Configuration Example(string name) => new(Synthesis.Synthesize(File.ReadAllText(Repository.File("examples", $"{name}.yaml"))));

    private static string Checks(Configuration configuration) => (string)configuration.Json["output"]!["checks"]!["value"]!;

    private static string Section(string text, ProbePath path)
    {
        static string Name(ProbeEnd end) => $"{end.Probe.Key} in {(end.Cloud == Cloud.Aws ? "AWS" : "Azure")}";
        return Assert.Single(text.Split("\n\n"), section => section.StartsWith($"# From {Name(path.From)} to {Name(path.To)}\n", StringComparison.Ordinal));
    }

    // No example translates the addresses of its machines.
    private static Ipv4 Seen(ConnectivityPlan plan, Ipv4 address)
    {
        Assert.All(plan.AzureSites, site => Assert.Empty(site.Gateway.NatRules));
        return address;
    }

    [GeneratedRegex(@"(?<=^|"")(ping|mtr|nc|vpn-speed|iperf3) [^""\n]+", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"(--port |^(nc -vz -w 5|vpn-speed) [\d.]+ )(?<port>\d+)")]
    private static partial Regex Port();
}
