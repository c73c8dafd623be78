using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Constructs.Tests;

/// <summary>Where the pre-shared keys come from: each way gives both ends of each tunnel the same reference, and no key is written.</summary>
public sealed class KeyTests
{
    private const string Vault = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.KeyVault/vaults/vault";

    [Theory]
    [InlineData("generated", @"^\$\{random_password\.keys_link-\d-\d_\w+\.result\}$")]
    [InlineData("variables", @"^\$\{var\.psk_link_\d_\d\}$")]
    [InlineData("{ secretsManager: { prefix: vpn } }", @"^\$\{data\.aws_secretsmanager_secret_version\.keys_link-\d-\d_\w+\.secret_string\}$")]
    [InlineData("{ keyVault: { vault: " + Vault + " } }", @"^\$\{data\.azurerm_key_vault_secret\.keys_link-\d-\d_\w+\.value\}$")]
    public void Keys_FromAnySource_AreTheSameReferenceAtBothEnds(string source, string reference)
    {
        var configuration = Synthesize(source);

        var aws = configuration.OfType("aws_vpn_connection").SelectMany(vpn => new[] { vpn.Text("tunnel1_preshared_key"), vpn.Text("tunnel2_preshared_key") }).Order().ToArray();
        Assert.Equal(aws, configuration.OfType("azurerm_virtual_network_gateway_connection").Select(connection => connection.Text("shared_key")).Order());
        Assert.Equal(4, aws.Distinct().Count());
        Assert.All(aws, key => Assert.Matches(reference, key));
    }

    [Fact]
    public void Keys_OfAws_AreReadFromTheConnection()
    {
        var configuration = Synthesize("aws");

        Assert.All(configuration.OfType("aws_vpn_connection"), vpn => Assert.Null(vpn["tunnel1_preshared_key"]));
        var keys = configuration.OfType("azurerm_virtual_network_gateway_connection").Select(connection => configuration.Resolve(connection["shared_key"])).ToArray();
        Assert.All(keys, key => Assert.Equal("aws_vpn_connection", key.Resource.Type));
        Assert.Equal(4, keys.Select(key => (key.Resource.Name, key.Attribute)).Distinct().Count());
        Assert.Empty(configuration.OfType("random_password"));
        Assert.DoesNotContain("random", configuration.Json["terraform"]!["required_providers"]!.AsObject().Select(provider => provider.Key));
    }

    [Fact]
    public void Keys_FromVariables_AreSensitiveAndCheckedWithoutBeingShown()
    {
        var variables = Synthesize("variables").Json["variable"]!.AsObject();

        Assert.Equal(["psk_link_1_1", "psk_link_1_2", "psk_link_2_1", "psk_link_2_2"], variables.Select(variable => variable.Key).Order());
        Assert.All(variables, variable =>
        {
            Assert.True((bool)variable.Value!["sensitive"]!);
            Assert.False((bool)variable.Value["nullable"]!);
            Assert.Null(variable.Value["default"]);
            var check = variable.Value["validation"]![0]!;
            Assert.Contains($"var.{variable.Key}", (string?)check["condition"]);
            Assert.DoesNotContain("${", (string?)check["error_message"]);
        });
    }

    [Theory]
    [InlineData("abcdefgh", true)]
    [InlineData("A.b_c9xyz0", true)]
    [InlineData("0bcdefgh", false)]
    [InlineData("abcdefg", false)]
    [InlineData("abc+defgh", false)]
    public void Keys_FromVariables_AreHeldToWhatAwsTakes(string key, bool fits)
    {
        var condition = (string)Synthesize("variables").Json["variable"]!.AsObject().First().Value!["validation"]![0]!["condition"]!;

        Assert.Equal(fits, Regex.IsMatch(key, Regex.Match(condition, "regex\\(\"(.*?)\"").Groups[1].Value));
    }

    [Theory]
    [InlineData("variables", "var.psk_link_2_2")]
    [InlineData("secrets-manager", "data.aws_secretsmanager_secret_version.keys_link-2-2_")]
    public void Keys_FromOutside_HaveToDifferBeforeAConnectionIsMade(string keys, string last)
    {
        var connections = Synthesize(keys).OfType("aws_vpn_connection").ToArray();

        Assert.NotEmpty(connections);
        Assert.All(connections, connection =>
        {
            var check = connection["lifecycle"]!["precondition"]![0]!;
            var condition = (string)check["condition"]!;
            Assert.StartsWith("${length(distinct([", condition);
            Assert.EndsWith("])) == 4}", condition);
            Assert.Contains(last, condition);
            // What is in quotes would be a text, and no reference.
            Assert.DoesNotContain("\"", condition);
            Assert.DoesNotContain("${", (string)check["error_message"]!);
        });
    }

    [Theory]
    [InlineData("generated")]
    [InlineData("aws")]
    public void Keys_MadeHere_NeedNoSuchCheck(string keys) =>
        Assert.All(Synthesize(keys).OfType("aws_vpn_connection"), connection => Assert.Null(connection["lifecycle"]?["precondition"]));

    [Theory]
    [InlineData("westeurope", null)]
    [InlineData("usgovvirginia", "usgovernment")]
    [InlineData("chinanorth3", "china")]
    public void Provider_OfALocation_LogsInToItsCloud(string location, string? environment)
    {
        var configuration = new Configuration(Synthesis.Synthesize($$"""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16 }
            azure: { location: {{location}}, network: 10.1.0.0/16 }
            terraform: { backend: { azurerm: { storageAccount: account, container: states, key: k } } }
            """));

        Assert.Equal(environment, (string?)configuration.Json["provider"]!["azurerm"]![0]!["environment"]);
        Assert.Equal(environment, (string?)configuration.Json["terraform"]!["backend"]!["azurerm"]!["environment"]);
    }

    [Fact]
    public void Copies_GoToBothStoresWithTheKeysReference()
    {
        var configuration = Synthesize($$"""{ copyTo: { secretsManager: { prefix: vpn, kmsKey: "arn:aws:kms:eu-central-1:111122223333:key/k" }, keyVault: { vault: {{Vault}} } } }""");

        Assert.Equal(["vpn/link/1-1", "vpn/link/1-2", "vpn/link/2-1", "vpn/link/2-2"], configuration.OfType("aws_secretsmanager_secret").Select(secret => secret.Text("name")).Order());
        var keys = configuration.OfType("azurerm_virtual_network_gateway_connection").Select(connection => connection.Text("shared_key")).Order().ToArray();
        Assert.Equal(keys, configuration.OfType("aws_secretsmanager_secret_version").Select(version => version.Text("secret_string")).Order());
        Assert.Equal(keys, configuration.OfType("azurerm_key_vault_secret").Select(secret => secret.Text("value")).Order());
        Assert.All(configuration.OfType("azurerm_key_vault_secret"), secret => Assert.Equal(Vault, secret.Text("key_vault_id")));
    }

    [Fact]
    public void Outputs_WithKeys_AreSensitive()
    {
        var outputs = Synthesize("generated").Json["output"]!.AsObject();

        Assert.All(outputs.Where(output => Mentions(output.Value!, "random_password")), output => Assert.True((bool)output.Value!["sensitive"]!));
        Assert.Contains(outputs, output => Mentions(output.Value!, "random_password"));
    }

    private static bool Mentions(JsonNode node, string text) => node.ToJsonString().Contains(text, StringComparison.Ordinal);

    private static Configuration Synthesize(string keys) => new(Synthesis.Synthesize($$"""
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        link: { keys: {{keys}} }
        """));
}
