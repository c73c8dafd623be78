using System.Diagnostics;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
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
        await using var clouds = await SimulatedClouds.StartAsync(new CloudOptions { Store = new CloudStore(objects: existing.Select(thing => thing.InCloud())) });
        var root = Directory.CreateTempSubdirectory("s2svpn-rehearsal-");
        try
        {
            var states = new List<string>();
            var written = new Dictionary<string, string>();
            foreach (var (configuration, index) in configurations.Select((text, index) => (text, index)))
            {
                var folder = root.CreateSubdirectory($"stack-{index}").FullName;
                await File.WriteAllTextAsync(Path.Combine(folder, "cdk.tf.json"), LocalStates.Use(configuration, StateFile, written));
                await RunAsync(terraform, ["init", "-input=false", "-no-color"], folder, clouds);
                await RunAsync(terraform, ["apply", "-auto-approve", "-input=false", "-no-color"], folder, clouds);
                written[LocalStates.StackOf(configuration)] = Path.Combine(folder, StateFile);
                states.Add(await File.ReadAllTextAsync(Path.Combine(folder, StateFile)));
            }

            return states;
        }
        catch (OfflineException exception)
        {
            throw new LabException(exception.Message);
        }
        finally
        {
            root.Delete(recursive: true);
        }
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
