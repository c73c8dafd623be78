using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>Examples that are applied once, for tests that plan changes of them, and the real AWS provider where there is one.</summary>
public sealed class DeployedExamples : IAsyncDisposable
{
    private readonly Dictionary<string, Deployed> _deployed = [];
    private readonly Lazy<Task<RealAwsPlan?>> _real = new(RealAwsPlan.StartAsync);

    /// <summary>Skips the test that asks on a machine without that provider.</summary>
    public async Task<RealAwsPlan> RealAsync()
    {
        var real = await _real.Value;
        Assert.SkipWhen(real is null, "Needs an unpacked hashicorp/aws provider; this machine has none.");
        return real;
    }

    public async Task<Deployed> FindAsync(string example)
    {
        if (!_deployed.TryGetValue(example, out var deployed))
        {
            // Nothing is kept from being replaced: it is the plan that is looked at.
            var configuration = JsonNode.Parse(Example.Read(example).Stacks[0].Unprotected())!;
            var bench = await Workbench.StartAsync(configuration.ToJsonString());
            await bench.ApplyAsync();
            deployed = _deployed[example] = new Deployed(bench, configuration, await File.ReadAllTextAsync(Path.Combine(bench.Folder, "terraform.tfstate")));
        }

        return deployed;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var deployed in _deployed.Values)
        {
            await deployed.Bench.DisposeAsync();
        }

        if (_real.IsValueCreated && await _real.Value is { } real)
        {
            await real.DisposeAsync();
        }
    }

    /// <summary>One example as it stands in the simulated clouds.</summary>
    public sealed record Deployed(Workbench Bench, JsonNode Configuration, string State)
    {
        /// <summary>What the simulated clouds plan, as <c>terraform show -json</c> tells it.</summary>
        public async Task<JsonNode> PlanAsync(string configuration)
        {
            Bench.Write(configuration);
            await Bench.SucceedAsync("plan", "-out=plan");
            return JsonNode.Parse((await Bench.SucceedAsync("show", "-json", "plan")).Output)!;
        }
    }
}
