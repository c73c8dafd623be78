using System.Text;
using S2SVpn.Design.Planning;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>Test machines: by default, as asked for, with keys of their own, and what is said of them.</summary>
public sealed class ProbeTests
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKMmVZmaqMUPMjRhDH4cLpZlXMYuVEMH8jFxSgVEBN3V me";

    private const string Sites = """
        name: shop
        aws: { region: eu-central-1, network: { cidrs: [10.2.0.0/16], subnets: { app: 10.2.1.0/24 }, internetGateway: true } }
        azure: { location: westeurope, network: { cidrs: [10.1.0.0/16], subnets: { app: 10.1.1.0/24 } } }
        access:
          - { from: aws, to: azure, icmp: true }
          - { from: azure, to: aws, tcp: [443, 22] }
        """;

    private const string OneEach = "probes: { aws: [{ name: one }], azure: [{ name: two }] }";

    [Fact]
    public void Probes_ByDefault_HavePrivateAddressesAndOneGeneratedKey()
    {
        var configuration = Synthesize(OneEach);

        var aws = Assert.Single(configuration.OfType("aws_instance"));
        Assert.Equal(("10.2.1.10", "t3.micro"), (aws.Text("private_ip"), aws.Text("instance_type")));
        Assert.Equal("required", (string?)aws["metadata_options"]!["http_tokens"]);
        Assert.True((bool)aws["root_block_device"]!["encrypted"]!);
        Assert.Equal("ami", (string?)Assert.Single(aws["lifecycle"]!["ignore_changes"]!.AsArray()));
        var azure = Assert.Single(configuration.OfType("azurerm_linux_virtual_machine"));
        var card = configuration.Resolve(Assert.Single(azure["network_interface_ids"]!.AsArray())).Resource;
        var address = Assert.Single(card["ip_configuration"]!.AsArray())!;
        Assert.Equal(("Static", "10.1.1.10"), ((string?)address["private_ip_address_allocation"], (string?)address["private_ip_address"]));
        Assert.Equal("server", (string?)azure["source_image_reference"]!["sku"]);

        var key = Assert.Single(configuration.OfType("tls_private_key"));
        Assert.Equal(("RSA", 4096), (key.Text("algorithm"), (int)key["rsa_bits"]!));
        Assert.Equal((key, "public_key_openssh"), configuration.Resolve(Assert.Single(configuration.OfType("aws_key_pair"))["public_key"]));
        Assert.Equal((key, "public_key_openssh"), configuration.Resolve(azure["admin_ssh_key"]!.AsArray().Single()!["public_key"]));
        Assert.Equal(">= 4.0, < 5", (string?)configuration.Json["terraform"]!["required_providers"]!["tls"]!["version"]);
        Assert.Empty(configuration.OfType("aws_eip"));
    }

    [Fact]
    public void Probes_WithAKeyOfTheirOwners_NeedNoProviderForKeys()
    {
        var configuration = Synthesize($"{OneEach.TrimEnd(' ', '}')} , sshKey: '{Key}' }}");

        Assert.Empty(configuration.OfType("tls_private_key"));
        Assert.Null(configuration.Json["terraform"]!["required_providers"]!["tls"]);
        Assert.Null(configuration.Json["provider"]!["tls"]);
        Assert.Null(Output(configuration, "ssh_private_key"));
        Assert.Equal(Key, Assert.Single(configuration.OfType("aws_key_pair")).Text("public_key"));
        Assert.Contains("\nssh -o StrictHostKeyChecking=accept-new -o ProxyCommand='aws ", Checks(configuration));
    }

    [Fact]
    public void Probes_ThatSomebodyMayReach_HavePublicAddressesOnceThereIsAWayOut()
    {
        var configuration = Synthesize("probes: { sshFrom: [203.0.113.7/32], aws: [{ name: one }], azure: [{ name: two }] }");

        var elastic = Assert.Single(configuration.OfType("aws_eip"));
        Assert.Equal("aws_instance", configuration.Resolve(elastic["instance"]).Resource.Type);
        Assert.Contains(configuration.NeedsOf(elastic), need => need.Type == "aws_internet_gateway");
        var card = Assert.Single(configuration.OfType("azurerm_network_interface"));
        var address = configuration.Resolve(card["ip_configuration"]!.AsArray().Single()!["public_ip_address_id"]).Resource;
        Assert.Equal(("Static", "Standard"), (address.Text("allocation_method"), address.Text("sku")));
        Assert.Equal((elastic, "public_ip"), configuration.Resolve(Output(configuration, "aws_vm_public_ip")));
        Assert.Equal((address, "ip_address"), configuration.Resolve(Output(configuration, "azure_vm_public_ip")));
        Assert.Contains($"ssh -i probe.pem -o StrictHostKeyChecking=accept-new ubuntu@{Output(configuration, "aws_vm_public_ip")}", Checks(configuration));
    }

    [Fact]
    public void Probe_InAws_HasTheGroupOfItsSubnetAndTheProbesOwn()
    {
        var configuration = Synthesize(OneEach);

        var groups = Assert.Single(configuration.OfType("aws_instance"))["vpc_security_group_ids"]!.AsArray().Select(group => configuration.Resolve(group).Resource).ToList();
        Assert.Equal(["shop-app-sg", "shop-probe-sg"], groups.Select(group => group.Text("name")).Order());
        var own = groups.Single(group => group.Text("name") == "shop-probe-sg");
        Assert.Equal(
            [80, 443],
            configuration.OfType("aws_vpc_security_group_egress_rule").Where(rule => configuration.Resolve(rule["security_group_id"]).Resource == own).Select(rule => (int)rule["to_port"]!).Order());
    }

    [Fact]
    public void Probes_OfArmSizes_HaveImagesForThem()
    {
        var configuration = Synthesize("probes: { aws: [{ name: one, size: t4g.nano }], azure: [{ name: two, size: Standard_B2pts_v2 }] }");

        Assert.Equal("server-arm64", (string?)Assert.Single(configuration.OfType("azurerm_linux_virtual_machine"))["source_image_reference"]!["sku"]);
        var image = Assert.Single(configuration.Json["data"]!["aws_ssm_parameter"]!.AsObject()).Value!;
        Assert.Equal("/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id", (string?)image["name"]);
    }

    [Fact]
    public void Probes_OfBothClouds_InstallTheSame()
    {
        var configuration = Synthesize(OneEach);

        var aws = Assert.Single(configuration.OfType("aws_instance")).Text("user_data");
        var azure = Assert.Single(configuration.OfType("azurerm_linux_virtual_machine")).Text("custom_data");
        Assert.Equal(aws, Encoding.UTF8.GetString(Convert.FromBase64String(azure)));
        Assert.StartsWith("#cloud-config\n", aws);
        Assert.Contains("vpn-speed --listen", aws);
        Assert.All(new[] { "iperf3", "mtr-tiny", "netcat-openbsd" }, package => Assert.Contains(package, aws));
        // Terraform would take it for a reference of its own.
        Assert.DoesNotContain("${", aws);
    }

    [Fact]
    public void Outputs_OfSeveralMachines_AreMapsByName()
    {
        var configuration = Synthesize("probes: { aws: [{ name: one }, { name: three, address: 10.2.1.77, publicAddress: true }], azure: [{ name: two }] }");

        Assert.Equal("""{"one":"10.2.1.10","three":"10.2.1.77"}""", Output(configuration, "aws_vm_private_ip")!.ToJsonString());
        Assert.Equal("three", Assert.Single(Output(configuration, "aws_vm_public_ip")!.AsObject()).Key);
        Assert.Equal("10.1.1.10", (string?)Output(configuration, "azure_vm_private_ip"));
        Assert.Null(Output(configuration, "azure_vm_public_ip"));
        Assert.True((bool)configuration.Json["output"]!["ssh_private_key"]!["sensitive"]!);
    }

    [Fact]
    public void Checks_TryWhatAccessLetsAcross_EachWay()
    {
        var configuration = Synthesize(OneEach.Replace("probes: {", "probes: { sshFrom: [203.0.113.7/32],", StringComparison.Ordinal));

        Assert.Equal($"""
        terraform output -raw ssh_private_key > probe.pem && chmod 600 probe.pem
        # On a VPN that works all of these pass. A machine is ready two minutes after it was made, a tunnel some minutes after the apply.

        # From one in AWS to two in Azure
        ssh -i probe.pem -o StrictHostKeyChecking=accept-new ubuntu@{Output(configuration, "aws_vm_public_ip")}
        ping -c 5 10.1.1.10
        mtr --report --report-cycles 10 10.1.1.10

        # From two in Azure to one in AWS
        ssh -i probe.pem -o StrictHostKeyChecking=accept-new ubuntu@{Output(configuration, "azure_vm_public_ip")}
        nc -vz -w 5 10.2.1.10 22
        nc -vz -w 5 10.2.1.10 443
        mtr --report --report-cycles 10 --tcp --port 443 10.2.1.10
        vpn-speed 10.2.1.10 443
        iperf3 --client 10.2.1.10 --port 443
        iperf3 --client 10.2.1.10 --port 443 --reverse

        """.ReplaceLineEndings("\n"), Checks(configuration));
    }

    [Fact]
    public void Checks_WhereNothingCrosses_SaySo() =>
        Assert.Contains("lets nothing across", Checks(new Configuration(Synthesis.Synthesize($"{Sites[..Sites.IndexOf("access", StringComparison.Ordinal)]}{OneEach}\n"))));

    [Fact]
    public void Probes_InASubnetThatIsNotThePlans_AreFilteredThemselvesAndAskForTheirAddresses()
    {
        var plan = Synthesis.Plan($"{Sites}\n{OneEach}\n");
        var (aws, azure) = (plan.AwsSites[0], plan.AzureSites[0]);
        using var folder = new TemporaryFolder();
        var configuration = new Configuration(Synthesis.Synthesize(plan with
        {
            AwsSites = [aws with { Probes = [aws.Probes[0] with { Address = null }] }],
            AzureSites =
            [
                azure with
                {
                    Probes = [azure.Probes[0] with { Address = null }],
                    SecurityGroups = [azure.SecurityGroups[0] with { Kind = NetworkSecurityGroupKind.Probes }],
                },
            ],
        }, folder.Path));

        var card = Assert.Single(configuration.OfType("azurerm_network_interface"));
        var association = Assert.Single(configuration.OfType("azurerm_network_interface_security_group_association"));
        Assert.Equal((card, "id"), configuration.Resolve(association["network_interface_id"]));
        Assert.Contains(association, configuration.NeedsOf(Assert.Single(configuration.OfType("azurerm_linux_virtual_machine"))));
        Assert.Empty(configuration.OfType("azurerm_subnet_network_security_group_association"));
        Assert.Equal("Dynamic", (string?)card["ip_configuration"]!.AsArray().Single()!["private_ip_address_allocation"]);
        Assert.Equal((card, "private_ip_address"), configuration.Resolve(Output(configuration, "azure_vm_private_ip")));
        Assert.Equal("private_ip", configuration.Resolve(Output(configuration, "aws_vm_private_ip")).Attribute);
    }

    private static Configuration Synthesize(string probes) => new(Synthesis.Synthesize($"{Sites}\n{probes}\n"));

    private static System.Text.Json.Nodes.JsonNode? Output(Configuration configuration, string name) => configuration.Json["output"]![name]?["value"];

    private static string Checks(Configuration configuration) => (string)Output(configuration, "checks")!;
}
