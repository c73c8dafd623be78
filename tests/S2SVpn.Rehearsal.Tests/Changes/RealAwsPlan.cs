using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>
/// What the AWS provider of this machine plans of a change, from the state that the simulated clouds left and without asking
/// any cloud how it is. Everything that is not AWS stays simulated. One provider serves all plans, one at a time.
/// </summary>
public sealed class RealAwsPlan : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly RealAws _real;
    private readonly SimulatedClouds _clouds;

    private RealAwsPlan(RealAws real, SimulatedClouds clouds)
    {
        _real = real;
        _clouds = clouds;
    }

    /// <summary>Null where this machine has no AWS provider.</summary>
    public static async Task<RealAwsPlan?> StartAsync()
    {
        if (InstalledProvider.Find() is null)
        {
            return null;
        }

        var real = await RealAws.StartAsync();
        var plan = new RealAwsPlan(real, await SimulatedClouds.StartAsync(new CloudOptions { Store = new CloudStore(adopts: true), Real = ["aws"] }));
        // One may serve all tests of the process, and ends with it.
        AppDomain.CurrentDomain.ProcessExit += plan.End;
        return plan;
    }

    /// <summary>What becomes of each AWS resource that does not stay as it is: create, update, replace or delete, by its address.</summary>
    /// <param name="state">The state file that the simulated clouds left.</param>
    /// <param name="configuration">The configuration that is applied next.</param>
    /// <param name="variables">The values of its variables, as a file of Terraform's; made up when left out.</param>
    public async Task<IReadOnlyDictionary<string, string>> ActionsAsync(string state, string configuration, string? variables = null)
    {
        var terraform = Workbench.FindTerraform();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["terraform.tfstate"], YoungerAws.StateWithout(JsonNode.Parse(state)!).ToJsonString());
        File.WriteAllText(folder["terraform.tfvars.json"], variables ?? TerraformProcess.Variables(configuration));
        File.WriteAllText(folder["cdk.tf.json"], YoungerAws.ConfigurationWithout(JsonNode.Parse(configuration)!).ToJsonString());
        await _turn.WaitAsync();
        try
        {
            _real.Attachments = Attachments(JsonNode.Parse(state)!);
            await RunAsync(terraform, folder, "init", "-input=false", "-no-color");
            return Actions(await RunAsync(terraform, folder, "plan", "-input=false", "-refresh=false", "-json"));
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        await _clouds.DisposeAsync();
        await _real.DisposeAsync();
        _turn.Dispose();
    }

    private void End(object? sender, EventArgs arguments) => _real.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<string> RunAsync(string terraform, TemporaryFolder folder, params string[] arguments)
    {
        var environment = _clouds.Environment.ToDictionary(entry => entry.Key, entry => (string?)entry.Value);
        environment["TF_REATTACH_PROVIDERS"] = OfflineRun.Merge(environment["TF_REATTACH_PROVIDERS"]!, _real.Reattach);
        var run = await Command.RunAsync(terraform, arguments, folder.Path, environment);
        Assert.True(run.ExitCode == 0, $"terraform {arguments[0]} with the AWS provider {_real.Version} ended with {run.ExitCode}:\n{run.Output}\n{run.Error}");
        return run.Output;
    }

    private static Dictionary<(string Connection, string Gateway), string> Attachments(JsonNode state) => (
        from resource in state["resources"]!.AsArray()
        where (string)resource["mode"]! == "managed" && (string)resource["type"]! == "aws_vpn_connection"
        from instance in resource["instances"]!.AsArray()
        let values = instance["attributes"]!
        where (string?)values["transit_gateway_attachment_id"] is { Length: > 0 }
        select values).ToDictionary(values => ((string)values["id"]!, (string)values["transit_gateway_id"]!), values => (string)values["transit_gateway_attachment_id"]!);

    // One JSON object a line (developer.hashicorp.com/terraform/internals/machine-readable-ui).
    private static Dictionary<string, string> Actions(string output) => (
        from line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let message = JsonDocument.Parse(line).RootElement
        where message.GetProperty("type").GetString() == "planned_change"
        let change = message.GetProperty("change")
        let resource = change.GetProperty("resource")
        where resource.GetProperty("resource_type").GetString()!.StartsWith("aws_", StringComparison.Ordinal)
        let action = change.GetProperty("action").GetString()!
        where action is not ("noop" or "read")
        select (Address: resource.GetProperty("addr").GetString()!, action)).ToDictionary(entry => entry.Address, entry => entry.action, StringComparer.Ordinal);
}
