using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>A folder with a configuration, simulated clouds, and the real Terraform.</summary>
public sealed class Workbench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _terraform;

    private Workbench(string terraform, SimulatedClouds clouds)
    {
        _terraform = terraform;
        Clouds = clouds;
    }

    /// <summary>The starter, as it is synthesized.</summary>
    public static string Starter { get; } = File.ReadAllText(Repository.File(
        "tests", "S2SVpn.Constructs.Tests", "StarterTests.Synth_Starter_IsThisConfiguration.verified.json"));

    /// <summary>The type of each resource of the starter.</summary>
    public static IReadOnlyList<string> StarterTypes { get; } =
        [.. JsonNode.Parse(Starter)!["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(_ => type.Key))];

    public SimulatedClouds Clouds { get; private set; }

    public string Folder => Directory.CreateDirectory(_folder["stacks", Stack]).FullName;

    /// <summary>The name of the folder that is worked in, where there is more than one configuration.</summary>
    public string Stack { get; set; } = "stack";

    /// <summary>What shows a program in the folder the way to the clouds.</summary>
    public Dictionary<string, string?> Environment => new(Clouds.Environment.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value)));

    /// <summary>Skips the test where Terraform is missing, but fails it in CI, which has to have it.</summary>
    public static string FindTerraform()
    {
        var terraform = Command.Find("terraform");
        if (terraform is null && System.Environment.GetEnvironmentVariable("CI") is "true" or "1")
        {
            Assert.Fail("CI has to have Terraform in PATH: these tests may not be skipped there.");
        }

        Assert.SkipWhen(terraform is null, "Needs Terraform in PATH (developer.hashicorp.com/terraform/install).");
        return terraform;
    }

    public static async Task<Workbench> StartAsync(string configuration, CloudOptions? options = null)
    {
        var terraform = FindTerraform();
        var bench = new Workbench(terraform, await SimulatedClouds.StartAsync(options));
        bench.Write(configuration);
        return bench;
    }

    /// <summary>Goes on in the same folder with other clouds.</summary>
    public async Task ContinueAsync(CloudOptions options)
    {
        await Clouds.DisposeAsync();
        Clouds = await SimulatedClouds.StartAsync(options);
    }

    /// <summary>Writes the configuration: JSON, or HCL, in which the providers' settings may be left out.</summary>
    public void Write(string configuration)
    {
        var isJson = configuration.TrimStart().StartsWith('{');
        File.WriteAllText(Path.Combine(Folder, isJson ? "cdk.tf.json" : "main.tf"), isJson || configuration.StartsWith("terraform", StringComparison.Ordinal) ? configuration : Providers + configuration);
        if (isJson && JsonNode.Parse(configuration)!["variable"] is not null)
        {
            File.WriteAllText(Path.Combine(Folder, "terraform.tfvars.json"), TerraformProcess.Variables(configuration));
        }
    }

    /// <summary>Runs Terraform in the folder, with no other program in reach.</summary>
    public Task<Command> RunAsync(params string[] arguments) =>
        Command.RunAsync(_terraform, [arguments[0], .. NoInput(arguments), .. arguments[1..], "-no-color"], Folder, new Dictionary<string, string?>(Environment) { ["PATH"] = Folder });

    /// <summary>Runs Terraform, which has to succeed.</summary>
    public async Task<Command> SucceedAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.True(run.ExitCode == 0, $"terraform {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Error}\n{run.Output}");
        return run;
    }

    /// <summary>Runs Terraform, which has to fail, and gives its errors on one line.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.True(run.ExitCode == 1, $"terraform {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Error}\n{run.Output}");
        return string.Join(' ', run.Error.Split(['│', '╷', '╵', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    public async Task ApplyAsync()
    {
        await SucceedAsync("init");
        await SucceedAsync("apply", "-auto-approve");
    }

    public async Task<State> ShowAsync() => new(JsonDocument.Parse((await SucceedAsync("show", "-json")).Output).RootElement);

    /// <summary>A plan that has to find nothing to change.</summary>
    public async Task AssertNoChangesAsync()
    {
        var plan = await RunAsync("plan", "-detailed-exitcode");
        Assert.True(plan.ExitCode == 0, $"The plan is not empty:\n{plan.Error}\n{plan.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        await Clouds.DisposeAsync();
        _folder.Dispose();
    }

    private static string[] NoInput(string[] arguments) => arguments[0] is "init" or "plan" or "apply" or "destroy" or "refresh" or "import" ? ["-input=false"] : [];

    private const string Providers = """
        terraform {
          required_providers {
            aws     = { source = "hashicorp/aws" }
            azurerm = { source = "hashicorp/azurerm" }
            random  = { source = "hashicorp/random" }
          }
        }
        provider "azurerm" {
          features {}
        }

        """;
}
