using System.Diagnostics;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>
/// Simulated clouds in which the real Terraform applies one request after another, each on top of the one before. Stacks are
/// matched by their place where both requests have as many, for a request that is renamed keeps its states; otherwise by name.
/// </summary>
public sealed class ChangeBench : IAsyncDisposable
{
    private const string StateFile = "change.tfstate";

    private readonly string _terraform;
    private readonly SimulatedClouds _clouds;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("s2svpn-change-");
    private List<(string Name, string Folder)> _stacks = [];
    private int _place;

    private ChangeBench(string terraform, SimulatedClouds clouds) => (_terraform, _clouds) = (terraform, clouds);

    /// <summary>What exists in the clouds.</summary>
    public CloudStore Store => _clouds.Store;

    /// <summary>What keeps this machine from trying changes, in a sentence or two; null for nothing.</summary>
    public static string? MissingPrerequisite() => Programs.Find("terraform") is null
        ? "There is no 'terraform' in PATH, and what a change does is asked of it. Install it from developer.hashicorp.com/terraform/install."
        : null;

    /// <param name="existing">What exists before anything is applied.</param>
    /// <exception cref="ChangeException">There is no Terraform.</exception>
    public static async Task<ChangeBench> StartAsync(params IEnumerable<ExistingThing> existing)
    {
        var terraform = MissingPrerequisite() is { } missing ? throw new ChangeException(missing) : Programs.Find("terraform")!;
        var store = new CloudStore(objects: existing.Select(thing => thing.InCloud()).DistinctBy(item => (item.Type, item.Id)));
        return new ChangeBench(terraform, await SimulatedClouds.StartAsync(new CloudOptions { Store = store }));
    }

    /// <summary>Applies the stacks one after another; stops at the first that is refused.</summary>
    /// <param name="configurations">The synthesized stacks, in the order in which they are applied.</param>
    public async Task<IReadOnlyList<StackOutcome>> ApplyAsync(IReadOnlyList<string> configurations)
    {
        var outcomes = new List<StackOutcome>();
        Match(configurations);
        _place = 0;
        foreach (var index in Enumerable.Range(0, configurations.Count))
        {
            var outcome = await ApplyAsync(index, configurations[index]);
            outcomes.Add(outcome);
            if (outcome.Errors.Count > 0)
            {
                break;
            }
        }

        return outcomes;
    }

    /// <summary>Plans what was applied last once more; gives what it still wants to change, and nothing where all is as it should be.</summary>
    public async Task<string> ReplanAsync()
    {
        foreach (var (_, folder) in _stacks)
        {
            var run = await RunAsync(folder, "plan", "-input=false", "-no-color", "-detailed-exitcode");
            if (run.ExitCode != 0)
            {
                return run.Output + run.Error;
            }
        }

        return "";
    }

    /// <summary>Destroys the stacks, the last first; gives the errors of the first that is refused.</summary>
    public async Task<IReadOnlyList<ChangeError>> DestroyAsync()
    {
        foreach (var (_, folder) in Enumerable.Reverse(_stacks))
        {
            var run = await RunAsync(folder, "destroy", "-auto-approve", "-input=false", "-json");
            if (run.ExitCode != 0)
            {
                return run.Errors;
            }
        }

        return [];
    }

    public async ValueTask DisposeAsync()
    {
        await _clouds.DisposeAsync();
        _root.Delete(recursive: true);
    }

    private void Match(IReadOnlyList<string> configurations)
    {
        var names = configurations.Select(LocalStates.StackOf).ToList();
        _stacks = [.. names.Select((name, index) => (name, _stacks.Count == names.Count ? _stacks[index].Folder : FolderOf(name)))];
    }

    private string FolderOf(string name) =>
        _stacks.FirstOrDefault(stack => stack.Name == name).Folder
        ?? _root.CreateSubdirectory($"stack-{_root.GetDirectories().Length}").FullName;

    private async Task<StackOutcome> ApplyAsync(int index, string configuration)
    {
        var (name, folder) = _stacks[index];
        var state = Path.Combine(folder, StateFile);
        var written = _stacks.Take(index).ToDictionary(stack => stack.Name, stack => Path.Combine(stack.Folder, StateFile), StringComparer.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "cdk.tf.json"), LocalStates.Use(configuration, StateFile, written));
        var outcome = new StackOutcome
        {
            Name = name,
            PlanJson = null,
            StateBefore = await ReadAsync(state),
            StateAfter = null,
            Operations = [],
            Errors = [],
        };
        var init = await RunAsync(folder, "init", "-input=false", "-no-color");
        if (init.ExitCode != 0)
        {
            return outcome with { Errors = [new ChangeError("terraform init failed", init.Error, null)] };
        }

        var plan = await RunAsync(folder, "plan", "-input=false", "-json", "-out=change.tfplan");
        if (plan.ExitCode != 0)
        {
            return outcome with { Errors = plan.Errors };
        }

        var shown = await RunAsync(folder, "show", "-json", "change.tfplan");
        var apply = await RunAsync(folder, "apply", "-input=false", "-json", "change.tfplan");
        var operations = TerraformMessages.Operations(apply.Messages, index, _place);
        _place += operations.Count * 2;
        return outcome with
        {
            PlanJson = shown.Output,
            StateAfter = await ReadAsync(state),
            Operations = operations,
            Errors = apply.ExitCode == 0 ? [] : apply.Errors is [] ? [new ChangeError("terraform apply failed", apply.Error, null)] : apply.Errors,
        };
    }

    private static async Task<string?> ReadAsync(string file) => File.Exists(file) ? await File.ReadAllTextAsync(file) : null;

    private async Task<TerraformRun> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(_terraform, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _clouds.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new TerraformRun(process.ExitCode, await output, await error);
    }

    private sealed record TerraformRun(int ExitCode, string Output, string Error)
    {
        public IReadOnlyList<System.Text.Json.JsonElement> Messages => TerraformMessages.Read(Output);

        public IReadOnlyList<ChangeError> Errors => TerraformMessages.Errors(Messages);
    }
}
