using System.Globalization;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Files;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>
/// Simulated clouds in which the real Terraform applies one request after another, each on top of the one before. Stacks are
/// matched by their place where both requests have as many, because a renamed request keeps its states; otherwise by name.
/// </summary>
public sealed class ChangeSimulation : IAsyncDisposable
{
    private readonly TerraformProcess _terraform;
    private readonly SimulatedClouds _clouds;
    private readonly CancellationToken _stop;
    private readonly ScratchFolder _root = Scratch.Create();
    private List<LocalStack> _stacks = [];

    private ChangeSimulation(string terraform, SimulatedClouds clouds, CancellationToken stop) =>
        (_terraform, _clouds, _stop) = (new TerraformProcess(terraform, clouds.Environment), clouds, stop);

    /// <summary>What exists in the clouds.</summary>
    public CloudStore Store => _clouds.Store;

    /// <summary>What keeps this machine from trying changes, in a sentence or two; null for nothing.</summary>
    public static string? MissingPrerequisite() => Programs.Find("terraform") is null
        ? "There is no 'terraform' in PATH, and what a change does is asked of it. Install it from developer.hashicorp.com/terraform/install."
        : null;

    /// <param name="existing">What exists before anything is applied.</param>
    /// <param name="stop">Ends Terraform, and whatever waits for it.</param>
    /// <exception cref="ChangeException">There is no Terraform.</exception>
    public static async Task<ChangeSimulation> StartAsync(IEnumerable<ExistingThing> existing, CancellationToken stop)
    {
        var terraform = MissingPrerequisite() is { } missing ? throw new ChangeException(missing) : Programs.Find("terraform")!;
        var store = new CloudStore(objects: existing.Select(thing => thing.InCloud()).DistinctBy(item => (item.Type, item.Id)));
        return new ChangeSimulation(terraform, await SimulatedClouds.StartAsync(new CloudOptions { Store = store }), stop);
    }

    /// <summary>Applies the stacks one after another; stops at the first that is refused.</summary>
    /// <param name="configurations">The synthesized stacks, in the order in which they are applied.</param>
    /// <param name="names">Their names; by default their numbers.</param>
    public async Task<IReadOnlyList<StackOutcome>> ApplyAsync(IReadOnlyList<string> configurations, IReadOnlyList<string>? names = null)
    {
        var outcomes = new List<StackOutcome>();
        Match(names is { Count: > 0 } ? names : [.. configurations.Select((_, index) => index.ToString(CultureInfo.InvariantCulture))]);
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
        foreach (var stack in _stacks)
        {
            var run = await RunAsync(stack, "plan", "-input=false", "-no-color", "-detailed-exitcode");
            if (run.ExitCode != 0)
            {
                return run.Output + run.Error;
            }
        }

        return "";
    }

    /// <summary>Destroys stacks, the last first; stops at the first that is refused.</summary>
    /// <param name="count">How many of them.</param>
    public async Task<IReadOnlyList<StackOutcome>> DestroyAsync(int count)
    {
        var outcomes = new List<StackOutcome>();
        for (var index = _stacks.Count - 1; index >= _stacks.Count - count && !outcomes.Exists(outcome => outcome.Errors.Count > 0); index--)
        {
            outcomes.Add(await ChangeAsync(index, "-destroy"));
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        await _clouds.DisposeAsync();
        _root.Dispose();
    }

    private void Match(IReadOnlyList<string> names) =>
        _stacks = [.. names.Select((name, index) => new LocalStack(name, _stacks.Count == names.Count ? _stacks[index].Folder : FolderOf(name)))];

    private string FolderOf(string name) =>
        _stacks.Find(stack => stack.Name == name)?.Folder
        ?? _root.CreateSubdirectory($"stack-{Directory.GetDirectories(_root.Path).Length}").FullName;

    private async Task<StackOutcome> ApplyAsync(int index, string configuration)
    {
        await _stacks[index].WriteAsync(configuration, _stacks.Take(index));
        return await ChangeAsync(index);
    }

    private async Task<StackOutcome> ChangeAsync(int index, params string[] how)
    {
        var stack = _stacks[index];
        var outcome = new StackOutcome { Name = stack.Name, PlanJson = null, StateBefore = await stack.ReadStateAsync(), StateAfter = null, Errors = [] };
        foreach (var arguments in new string[][] { ["init", "-input=false", "-no-color"], ["plan", "-input=false", "-json", "-out=change.tfplan", .. how], ["show", "-json", "change.tfplan"], ["apply", "-input=false", "-json", "change.tfplan"] })
        {
            var run = await RunAsync(stack, arguments);
            if (run.Errors.Count > 0)
            {
                return outcome with { Errors = run.Errors, StateAfter = await stack.ReadStateAsync() };
            }

            outcome = run.Command == "show" ? outcome with { PlanJson = run.Output } : outcome;
        }

        return outcome with { StateAfter = await stack.ReadStateAsync() };
    }

    private Task<TerraformResult> RunAsync(LocalStack stack, params string[] arguments) => _terraform.RunAsync(stack.Folder, _stop, arguments);
}
