using System.Diagnostics;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Lab.Existing;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Lab.Drive;

/// <summary>Applies synthesized stacks to simulated clouds with the real Terraform, in a folder of its own, and gives what it recorded.</summary>
internal static class TerraformApply
{
    private const string StateFile = "rehearsal.tfstate";

    /// <param name="configurations">The stacks' JSON, in the order in which they are applied.</param>
    /// <param name="existing">What exists before any of them; it is among the states.</param>
    /// <exception cref="LabException">Terraform is missing or refuses.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> configurations, ExistingThings? existing = null)
    {
        var terraform = Programs.Find("terraform")
            ?? throw new LabException("There is no 'terraform' in PATH, and a rehearsal starts from what Terraform records. Install it from developer.hashicorp.com/terraform/install.");
        await using var clouds = await SimulatedClouds.StartAsync(new CloudOptions { Store = new CloudStore(objects: existing?.Objects) });
        var root = Directory.CreateTempSubdirectory("s2svpn-rehearsal-");
        try
        {
            // It comes first: of what Terraform only read, this knows more.
            List<string> states = existing is null ? [] : [existing.State()];
            foreach (var configuration in configurations.Select(text => JsonNode.Parse(text)!))
            {
                var folder = root.CreateSubdirectory((string)configuration["//"]!["metadata"]!["stackName"]!).FullName;
                await File.WriteAllTextAsync(Path.Combine(folder, "cdk.tf.json"), OnThisDisk(configuration));
                await RunAsync(terraform, ["init", "-input=false", "-no-color"], folder, clouds);
                await RunAsync(terraform, ["apply", "-auto-approve", "-input=false", "-no-color"], folder, clouds);
                states.Add(await File.ReadAllTextAsync(Path.Combine(folder, StateFile)));
            }

            return states;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // A rehearsal has nothing to do with where the real state is kept, its own nor that of a stack before it.
    private static string OnThisDisk(JsonNode configuration)
    {
        var terraform = configuration["terraform"]!.AsObject();
        _ = terraform.Remove("cloud");
        terraform["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = StateFile } };
        foreach (var (name, state) in configuration["data"]?["terraform_remote_state"]?.AsObject() ?? [])
        {
            state!["backend"] = "local";
            state["config"] = new JsonObject { ["path"] = $"../{name["cross-stack-reference-input-".Length..]}/{StateFile}" };
        }

        return configuration.ToJsonString();
    }

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
