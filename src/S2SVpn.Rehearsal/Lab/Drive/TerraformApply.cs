using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Lab.Drive;

/// <summary>Applies synthesized stacks to simulated clouds with the real Terraform, in a folder of its own, and gives what it recorded.</summary>
internal static class TerraformApply
{
    private const string StateFile = "rehearsal.tfstate";

    /// <param name="configurations">The stacks' JSON, in the order in which they are applied.</param>
    /// <param name="existing">What exists before any of them.</param>
    /// <exception cref="LabException">Terraform is missing or refuses.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> configurations, params IReadOnlyList<ExistingThing> existing)
    {
        var terraform = Programs.Find("terraform")
            ?? throw new LabException("There is no 'terraform' in PATH, and a rehearsal starts from what Terraform records. Install it from developer.hashicorp.com/terraform/install.");
        await using var clouds = await SimulatedClouds.StartAsync(new CloudOptions { Store = new CloudStore(objects: existing.Select(Exists)) });
        var root = Directory.CreateTempSubdirectory("s2svpn-rehearsal-");
        try
        {
            var states = new List<string>();
            var written = new Dictionary<string, string>();
            foreach (var (configuration, index) in configurations.Select((text, index) => (text, index)))
            {
                var folder = root.CreateSubdirectory($"stack-{index}").FullName;
                await File.WriteAllTextAsync(Path.Combine(folder, "cdk.tf.json"), OnThisDisk(configuration, written));
                await RunAsync(terraform, ["init", "-input=false", "-no-color"], folder, clouds);
                await RunAsync(terraform, ["apply", "-auto-approve", "-input=false", "-no-color"], folder, clouds);
                written[Name(configuration)] = Path.Combine(folder, StateFile);
                states.Add(await File.ReadAllTextAsync(Path.Combine(folder, StateFile)));
            }

            return states;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // A rehearsal has nothing to do with where the real states are kept, its own as those that it reads of other stacks.
    private static string OnThisDisk(string configuration, Dictionary<string, string> written)
    {
        var json = JsonNode.Parse(configuration)!;
        var terraform = json["terraform"]!.AsObject();
        _ = terraform.Remove("cloud");
        terraform["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = StateFile } };
        foreach (var (name, read) in json["data"]?["terraform_remote_state"]?.AsObject() ?? [])
        {
            // CDKTF names them by the stack that they are of.
            var other = written.FirstOrDefault(state => name.EndsWith(state.Key, StringComparison.Ordinal)).Value
                ?? throw new LabException($"data.terraform_remote_state.{name} reads a state of a stack that was not applied before.");
            (read!["backend"], read["config"]) = ("local", new JsonObject { ["path"] = other });
            _ = read.AsObject().Remove("workspace");
        }

        return json.ToJsonString();
    }

    private static CloudObject Exists(ExistingThing thing) =>
        new(thing.Type, thing.Values["id"]!.GetValue<string>(), ValueJson.ReadObject(JsonSerializer.SerializeToElement(thing.Values)));

    private static string Name(string configuration) => JsonNode.Parse(configuration)!["//"]?["metadata"]?["stackName"]?.GetValue<string>() ?? "";

    private static async Task RunAsync(string terraform, string[] arguments, string folder, SimulatedClouds clouds)
    {
        var start = new ProcessStartInfo(terraform, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in clouds.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        _ = await output;
        if (process.ExitCode != 0)
        {
            throw new LabException($"The simulated clouds refuse what was synthesized: 'terraform {arguments[0]}' ended with {process.ExitCode}.\n{(await error).Trim()}");
        }
    }
}
