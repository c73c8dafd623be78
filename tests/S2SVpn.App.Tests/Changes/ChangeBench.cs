using System.Text.Json.Nodes;
using S2SVpn.Constructs.Tests;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Applies one request after another to the same simulated clouds, by the real Terraform.</summary>
internal sealed class ChangeBench : IAsyncDisposable
{
    /// <summary>Everything new is there before anything old goes, where nothing orders the two.</summary>
    public const string SlowDeletes = "* delete takes 150ms";

    /// <summary>Everything old is gone before anything new comes, where nothing orders the two.</summary>
    public const string SlowWrites = "* create takes 150ms, * update takes 150ms";

    // CDKTF has one Node.js process, and it does one thing at a time.
    private static readonly SemaphoreSlim Cdktf = new(1);

    private readonly Workbench _bench;

    private ChangeBench(Workbench bench) => _bench = bench;

    /// <param name="faults">What is slow, as <see cref="FaultPlan.Parse"/> reads it.</param>
    public static async Task<ChangeBench> StartAsync(string faults) =>
        new(await Workbench.StartAsync("{}", new CloudOptions { Faults = FaultPlan.Parse(faults) }));

    /// <summary>Applies a request.</summary>
    /// <returns>What that did, as 'terraform show -json' tells of the plan.</returns>
    public async Task<JsonNode> ApplyAsync(ConnectivityPlan plan)
    {
        await WriteAsync(plan);
        await _bench.SucceedAsync("plan", "-out=plan");
        var shown = JsonNode.Parse((await _bench.SucceedAsync("show", "-json", "plan")).Output)!;
        await _bench.SucceedAsync("apply", "plan");
        return shown;
    }

    /// <summary>A change in one apply, after which there is nothing more to do, and from which everything can be destroyed.</summary>
    public async Task<JsonNode> ChangeAsync(ConnectivityPlan before, ConnectivityPlan after)
    {
        await ApplyAsync(before);
        var change = await ApplyAsync(after);
        await _bench.AssertNoChangesAsync();
        await DestroyAsync(after);
        return change;
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private async Task DestroyAsync(ConnectivityPlan plan)
    {
        await WriteAsync(plan, isProtected: false);
        await _bench.SucceedAsync("destroy", "-auto-approve");
        Assert.Empty(_bench.Clouds.Store.Objects.Select(left => left.Id));
    }

    private async Task WriteAsync(ConnectivityPlan plan, bool isProtected = true)
    {
        var configuration = await SynthesizeAsync(plan);
        foreach (var resource in isProtected ? [] : configuration["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(entry => entry.Value!)))
        {
            resource["lifecycle"]?.AsObject().Remove("prevent_destroy");
        }

        _bench.Write(configuration.ToJsonString());
        // Keys that somebody types.
        var keys = configuration["variable"]?.AsObject().Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)$"A_key_for_{variable.Key}")) ?? [];
        await File.WriteAllTextAsync(Path.Combine(_bench.Folder, "terraform.tfvars.json"), new JsonObject(keys).ToJsonString());
        await _bench.SucceedAsync("init");
    }

    // A request of another name keeps its state in another file, which whoever renames it moves.
    private static async Task<JsonNode> SynthesizeAsync(ConnectivityPlan plan)
    {
        await Cdktf.WaitAsync();
        try
        {
            using var folder = new TemporaryFolder();
            var configuration = JsonNode.Parse(Synthesis.Synthesize(plan, folder.Path))!;
            configuration["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
            return configuration;
        }
        finally
        {
            Cdktf.Release();
        }
    }
}
