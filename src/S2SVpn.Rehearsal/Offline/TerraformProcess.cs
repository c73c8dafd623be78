using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>The installed Terraform, run against simulated clouds. What the caller set for runs of his own doesn't reach it.</summary>
/// <param name="program">Its file.</param>
/// <param name="environment">What leads it to the simulated clouds.</param>
internal sealed class TerraformProcess(string program, IReadOnlyDictionary<string, string> environment)
{
    // A workspace, a data folder, arguments, values of variables, a log: all of it would mix with ours.
    private const string Prefix = "TF_";

    private const string VariablesFile = "terraform.tfvars.json";

    /// <summary>Writes a configuration, with a made-up value for each variable that it asks for: a real key has no place here.</summary>
    public static async Task WriteAsync(string folder, string configuration)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "cdk.tf.json"), configuration);
        await File.WriteAllTextAsync(Path.Combine(folder, VariablesFile), Variables(configuration));
    }

    /// <exception cref="OfflineException">It can't be run.</exception>
    /// <exception cref="OperationCanceledException">It was stopped, and has ended.</exception>
    public async Task<TerraformResult> RunAsync(string folder, CancellationToken stop, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList())
        {
            _ = start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var ended = await CapturedProgram.RunAsync(start, stop);
            return new TerraformResult(arguments[0], ended.ExitCode, ended.Output, ended.Error);
        }
        catch (Win32Exception exception)
        {
            throw new OfflineException($"{program} can't be run: {exception.Message}");
        }
    }

    /// <summary>A made-up value for each variable of a configuration that asks for one, as a file of values.</summary>
    public static string Variables(string configuration) => new JsonObject(
        JsonNode.Parse(configuration)!["variable"]?.AsObject()
            .Where(variable => variable.Value?["default"] is null)
            .Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)SimulatedKey.For(variable.Key, variable.Value))) ?? []).ToJsonString();
}

/// <summary>How a run of Terraform ended.</summary>
/// <param name="Command">What it was to do.</param>
/// <param name="ExitCode">0 where it did.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record TerraformResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>What it said with <c>-json</c>.</summary>
    public IReadOnlyList<System.Text.Json.JsonElement> Messages => TerraformMessages.Read(Output);

    /// <summary>Why it failed; empty where it did not.</summary>
    public IReadOnlyList<TerraformError> Errors => ExitCode == 0 ? []
        : TerraformMessages.Errors(Messages) is { Count: > 0 } told ? told
        : [new TerraformError($"'terraform {Command}' ended with {ExitCode}", TerraformMessages.Plain(Error), null)];
}
