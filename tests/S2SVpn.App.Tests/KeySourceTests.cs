using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>Keys from wherever they may come, in rehearsals and against simulated clouds.</summary>
public sealed partial class KeySourceTests : IDisposable
{
    private const string Vault = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-vpn";

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["from variables"] = "variables",
        ["from AWS"] = "aws",
        ["in Secrets Manager"] = "secrets-manager",
        ["in Secrets Manager, named"] = "{ secretsManager: [one, two, three, four] }",
        ["in Secrets Manager, by a prefix"] = "{ secretsManager: { prefix: vpn/keys } }",
        ["in Secrets Manager, by ARNs"] = $"{{ secretsManager: [{string.Join(", ", Enumerable.Range(1, 4).Select(number => $"'arn:aws:secretsmanager:eu-central-1:123456789012:secret:key-{number}-AbCdEf'"))}] }}",
        ["in a Key Vault"] = $"{{ keyVault: {Vault} }}",
        ["in a Key Vault, named"] = $"{{ keyVault: {{ vault: {Vault}, secrets: [one, two, three, four] }} }}",
        ["copied"] = $"{{ copyTo: {{ secretsManager: {{ prefix: vpn }}, keyVault: {{ vault: {Vault} }} }} }}",
        ["with their storage in Secrets Manager"] = "{ storage: secrets-manager }",
    };

    private readonly ProgramRun _program = new();

    public static TheoryData<string> Names => [.. Keys.Keys];

    private string Stack => _program["cdktf.out", "stacks", "shop-dev"];

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearse_WithKeys_HoldsInEveryTunnel(string name)
    {
        Write(name);
        var run = await _program.RunAsync("rehearse", "--only", "tunnels");
        RehearseTests.SkipWhereItLacks(run.Error);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("tunnels   4 of 4", run.Output);
        Assert.DoesNotMatch(SimulatedKey(), run.Output + run.Error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Apply_AgainstSimulatedClouds_HasFourKeysAndShowsNone(string name)
    {
        var terraform = Terraform();
        Write(name);
        await RunAsync();
        await RunAsync("offline", "--", terraform, $"-chdir={Stack}", "init");
        var asks = await _program.RunAsync("offline", "--", terraform, $"-chdir={Stack}", "plan", "-input=false");
        var variables = Variable().Matches(asks.Error).ToDictionary(match => match.Groups[1].Value, string? (match) => match.Groups[2].Value);
        var apply = await _program.RunAsync(["offline", "--", terraform, $"-chdir={Stack}", "apply", "-auto-approve", "-input=false"], variables);

        Assert.True(apply.ExitCode == 0, apply.Output + apply.Error);
        Assert.Equal(name == "from variables" ? 4 : 0, variables.Count);
        Assert.DoesNotContain("These variables have no value", apply.Error);
        var keys = KeysInState();
        Assert.Equal(4, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[a-zA-Z1-9._][a-zA-Z0-9._]{7,63}$", key));
        Assert.All(keys, key => Assert.DoesNotContain(key, apply.Output + apply.Error));
    }

    private static string Terraform()
    {
        var terraform = Command.Find("terraform");
        Assert.SkipWhen(terraform is null, "Needs Terraform in PATH.");
        return terraform!;
    }

    private void Write(string name) => _program.Write("s2svpn.yaml", $"{File.ReadAllText(Repository.File("s2svpn.yaml"))}links:\n  - keys: {Keys[name]}\n");

    private async Task RunAsync(params string[] command)
    {
        var run = await _program.RunAsync(command);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    private List<string> KeysInState() =>
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(Stack, "terraform.shop-dev.tfstate")))!["resources"]!.AsArray()
            .Where(resource => (string?)resource!["type"] == "azurerm_virtual_network_gateway_connection")
            .SelectMany(resource => resource!["instances"]!.AsArray())
            .Select(instance => (string)instance!["attributes"]!["shared_key"]!),
    ];

    [GeneratedRegex("(?i)simulated\\.[0-9a-z]{8}")]
    private static partial Regex SimulatedKey();

    [GeneratedRegex(@"(?m)^  (?:export|set) (TF_VAR_\S+)=(\S+)\r?$")]
    private static partial Regex Variable();
}
