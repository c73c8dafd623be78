using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using S2SVpn.Constructs.Tests;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Changes;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes a deployed request to another one, on simulated clouds and by the real Terraform.</summary>
internal static class ChangeBench
{
    /// <summary>Everything new is there before anything old goes, where nothing orders the two.</summary>
    public const string SlowDeletes = "* delete takes 60ms, " + Leaves;

    /// <summary>Everything old is gone before anything new comes, where nothing orders the two.</summary>
    public const string SlowWrites = "* create takes 60ms, * update takes 60ms";

    // What nothing waits for goes long after what is new has come, which may have to wait for others first.
    private const string Leaves =
        "azurerm_network_security_rule delete takes 400ms, azurerm_route delete takes 400ms, aws_route delete takes 400ms, aws_vpn_connection_route delete takes 400ms, "
        + "aws_vpc_security_group_ingress_rule delete takes 400ms, aws_vpc_security_group_egress_rule delete takes 400ms";

    private const string StateFile = "terraform.tfstate";

    private static readonly Lazy<Task<RealAwsPlan?>> Real = new(RealAwsPlan.StartAsync);

    // Many changes begin with the same request.
    private static readonly ConcurrentDictionary<string, Lazy<Task<Deployment>>> Deployments = new();

    /// <summary>Applies the change in one go, finds nothing more to do after it, and destroys everything.</summary>
    /// <returns>What it did, as 'terraform show -json' tells of the plan.</returns>
    /// <param name="before">The plan of the request that is deployed.</param>
    /// <param name="after">The plan of the request to deploy.</param>
    /// <param name="compares">Whether the real AWS provider has to plan the same, where this machine has it.</param>
    public static async Task<JsonNode> ChangeAsync(ConnectivityPlan before, ConnectivityPlan after, bool compares = false)
    {
        var deployed = await DeployAsync(before);
        var configuration = await SynthesizeAsync(after);
        var slow = FaultPlan.Parse(SlowDeletes);
        await using var bench = await StartAsync(deployed, configuration, slow);
        await bench.SucceedAsync("plan", "-out=plan");
        var plan = JsonNode.Parse((await bench.SucceedAsync("show", "-json", "plan")).Output)!;
        await bench.SucceedAsync("apply", "plan");
        slow.IsPaused = true;
        await bench.AssertNoChangesAsync();
        await DestroyAsync(bench, configuration);
        if (compares)
        {
            await CompareAsync(deployed, configuration, plan);
        }

        return plan;
    }

    /// <summary>Applies the change with everything else slow.</summary>
    public static async Task ChangeAgainAsync(ConnectivityPlan before, ConnectivityPlan after)
    {
        await using var bench = await StartAsync(await DeployAsync(before), await SynthesizeAsync(after), FaultPlan.Parse(SlowWrites));
        await bench.SucceedAsync("apply", "-auto-approve");
    }

    // The real AWS provider, where this machine has one, plans the same of each AWS resource. The one that is at hand has no regions.
    private static async Task CompareAsync(Deployment deployed, JsonNode configuration, JsonNode plan)
    {
        if (await Real.Value is not { } real || Moves(plan))
        {
            return;
        }

        var actions = await real.ActionsAsync(deployed.State, configuration.ToJsonString(), Variables(configuration));
        Assert.Equal(Lines(YoungerAws.Comparable(plan)), Lines(actions));
    }

    private static bool Moves(JsonNode plan) => plan["resource_changes"]!.AsArray()
        .Any(change => change!["change"]!["replace_paths"] is JsonArray paths && paths.Any(path => path!.AsArray() is [var name] && (string?)name == "region"));

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, string> actions) => actions.Select(action => $"{action.Value} {action.Key}").Order(StringComparer.Ordinal);

    private static Task<Deployment> DeployAsync(ConnectivityPlan plan) => Deployments.GetOrAdd(PlanJson.Write(plan), _ => new(async () =>
    {
        await using var bench = await StartAsync(null, await SynthesizeAsync(plan), FaultPlan.None);
        await bench.SucceedAsync("apply", "-auto-approve");
        return Deployment.Of(bench);
    })).Value;

    private static async Task DestroyAsync(Workbench bench, JsonNode configuration)
    {
        bench.Write(Unprotected(configuration).ToJsonString());
        // The plan before it has just read everything.
        await bench.SucceedAsync("destroy", "-auto-approve", "-refresh=false");
        Assert.Empty(bench.Clouds.Store.Objects.Select(left => left.Id));
    }

    private static async Task<Workbench> StartAsync(Deployment? deployed, JsonNode configuration, FaultPlan faults)
    {
        var bench = await Workbench.StartAsync(configuration.ToJsonString(), new CloudOptions { Faults = faults, Store = new CloudStore(objects: deployed?.Objects) });
        if (deployed is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(bench.Folder, StateFile), deployed.State);
        }

        await File.WriteAllTextAsync(Path.Combine(bench.Folder, "terraform.tfvars.json"), Variables(configuration));
        await bench.SucceedAsync("init");
        return bench;
    }

    // Keys that somebody types.
    private static string Variables(JsonNode configuration) => new JsonObject(
        configuration["variable"]?.AsObject().Select(variable => KeyValuePair.Create(variable.Key, SimulatedKey.IsPairs(variable.Value) ? SimulatedKey.For(variable.Key, variable.Value) : (JsonNode?)$"A_key_for_{variable.Key}")) ?? []).ToJsonString();

    private static async Task<JsonNode> SynthesizeAsync(ConnectivityPlan plan) =>
        JsonNode.Parse(LocalStates.Use((await Synthesis.SynthesizeStacksAsync(plan)).Single(), StateFile, new Dictionary<string, string>()))!;

    private static JsonNode Unprotected(JsonNode configuration)
    {
        var json = configuration.DeepClone();
        foreach (var resource in json["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(entry => entry.Value!)))
        {
            resource["lifecycle"]?.AsObject().Remove("prevent_destroy");
        }

        return json;
    }

    /// <summary>What is there once a request is applied.</summary>
    private sealed record Deployment(string State, IReadOnlyList<CloudObject> Objects)
    {
        public static Deployment Of(Workbench bench) => new(File.ReadAllText(Path.Combine(bench.Folder, StateFile)), bench.Clouds.Store.Objects);
    }
}
