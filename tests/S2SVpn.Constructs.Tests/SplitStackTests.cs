using S2SVpn.Design;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>One stack per cloud: each has its own providers and state, and reads what it needs of the ones before.</summary>
public sealed class SplitStackTests
{
    [Fact]
    public void Stacks_HoldTheirPartAndNothingElse()
    {
        var stacks = Synthesize("");

        Assert.Equal(["azurerm"], Providers(stacks["azure-gateways"]));
        Assert.Equal(["aws", "random"], Providers(stacks["aws"]));
        Assert.Equal(["azurerm"], Providers(stacks["azure-connections"]));
        Assert.Single(stacks["azure-gateways"].OfType("azurerm_virtual_network_gateway"));
        Assert.Equal(2, stacks["aws"].OfType("aws_vpn_connection").Count);
        Assert.Equal(
            ["azurerm_local_network_gateway", "azurerm_virtual_network_gateway_connection", "terraform_data"],
            stacks["azure-connections"].Resources.Select(resource => resource.Type).Distinct().Order());
    }

    [Fact]
    public void Keys_CrossingStacks_AreSensitiveOutputs()
    {
        var outputs = Synthesize("")["aws"].Json["output"]!.AsObject();
        var crossing = outputs.Where(output => output.Key.StartsWith("cross-stack-output-random_password", StringComparison.Ordinal)).ToArray();

        Assert.Equal(4, crossing.Length);
        Assert.All(crossing, output => Assert.True((bool)output.Value!["sensitive"]!));
    }

    [Theory]
    [InlineData("", "local", """{"path":"../shop-azure-gateways/terraform.shop-azure-gateways.tfstate"}""")]
    [InlineData("local: state/vpn.tfstate", "local", """{"path":"../shop-azure-gateways/state/vpn-azure-gateways.tfstate"}""")]
    [InlineData("s3: { bucket: states, key: vpn.tfstate, region: eu-central-1 }", "s3", """{"bucket":"states","encrypt":true,"key":"vpn-azure-gateways.tfstate","region":"eu-central-1"}""")]
    [InlineData("azurerm: { storageAccount: account, container: states, key: vpn.tfstate }", "azurerm", """{"container_name":"states","key":"vpn-azure-gateways.tfstate","storage_account_name":"account","use_azuread_auth":true}""")]
    [InlineData("http: https://state.example.com/vpn", "http", """{"address":"https://state.example.com/vpn/azure-gateways"}""")]
    [InlineData("pg: { schema: vpn }", "pg", """{"schema_name":"vpn_azure_gateways"}""")]
    public void States_OfTheStackBefore_AreFoundWhereItKeepsThem(string backend, string kind, string config)
    {
        var state = Assert.Single(Synthesize(backend)["aws"].Data("terraform_remote_state"));

        Assert.Equal(kind, state.Text("backend"));
        Assert.Equal(config, state["config"]!.ToJsonString());
    }

    [Fact]
    public void States_InHcpTerraform_AreFoundInTheirWorkspace()
    {
        var state = Assert.Single(Synthesize("cloud: { organization: o, workspace: w }")["aws"].Data("terraform_remote_state"));

        Assert.Equal(("remote", """{"organization":"o","workspaces":{"name":"w-azure-gateways"}}"""), (state.Text("backend"), state["config"]!.ToJsonString()));
    }

    private static string[] Providers(Configuration stack) => [.. stack.Json["terraform"]!["required_providers"]!.AsObject().Select(provider => provider.Key).Order()];

    private static Dictionary<string, Configuration> Synthesize(string backend)
    {
        using var folder = new TemporaryFolder();
        var plan = Synthesis.Plan($$"""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16 }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            terraform: { stacks: per-cloud, backend: { {{backend}} } }
            """);
        return Synthesis.SynthesizeAll(plan, folder.Path).ToDictionary(stack => Words.Of(stack.Stack.Part), stack => new Configuration(stack.Text));
    }
}
