using System.Text.Json.Nodes;
using S2SVpn.Constructs.Tests;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Applies one request after another to the same simulated clouds, by the real Terraform.</summary>
internal sealed class ChangeBench : IAsyncDisposable
{
    // CDKTF has one Node.js process, and it does one thing at a time.
    private static readonly SemaphoreSlim Cdktf = new(1);

    private readonly Workbench _bench;

    private ChangeBench(Workbench bench) => _bench = bench;

    /// <summary>What the clouds have.</summary>
    public SimulatedClouds Clouds => _bench.Clouds;

    public static async Task<ChangeBench> StartAsync() => new(await Workbench.StartAsync("{}"));

    /// <summary>Writes the configuration of a request.</summary>
    public async Task WriteAsync(string request)
    {
        await Cdktf.WaitAsync();
        try
        {
            using var folder = new TemporaryFolder();
            var configuration = Local(Synthesis.Synthesize(Synthesis.Plan(request), folder.Path));
            _bench.Write(configuration.ToJsonString());
            // Keys that somebody types.
            var keys = configuration["variable"]?.AsObject().Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)$"A_key_for_{variable.Key}")) ?? [];
            await File.WriteAllTextAsync(Path.Combine(_bench.Folder, "terraform.tfvars.json"), new JsonObject(keys).ToJsonString());
        }
        finally
        {
            Cdktf.Release();
        }
    }

    public async Task<Command> RunAsync(params string[] arguments) => await _bench.RunAsync(arguments);

    public async Task<Command> SucceedAsync(params string[] arguments) => await _bench.SucceedAsync(arguments);

    public Task AssertNoChangesAsync() => _bench.AssertNoChangesAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    // A request of another name keeps its state in another file, which whoever renames it moves.
    private static JsonNode Local(string configuration)
    {
        var json = JsonNode.Parse(configuration)!;
        json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        return json;
    }
}
