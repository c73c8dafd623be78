using System.Globalization;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Files;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>
/// Simulated clouds in which the real Terraform applies one request after another, each on top of the one before. A stack keeps
/// its state by its name; where no name stays and both requests have as many, by its place, because a renamed request keeps its
/// states. What a stack had that is gone moves to the stack that has it now; what is in none is destroyed.
/// </summary>
public sealed class ChangeSimulation : IAsyncDisposable
{
    private readonly TerraformProcess _terraform;
    private readonly SimulatedClouds _clouds;
    private readonly CancellationToken _stop;
    private readonly ScratchFolder _root = Scratch.Create();
    private readonly Dictionary<string, IReadOnlyList<string>> _reads = [];
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
        var gone = await MatchAsync(names is { Count: > 0 } ? names : [.. configurations.Select((_, index) => index.ToString(CultureInfo.InvariantCulture))], configurations);
        var neededUntilLater = _stacks.SelectMany(stack => _reads.GetValueOrDefault(stack.Folder) ?? []).ToHashSet();
        var steps = new List<Func<Task<StackOutcome>>>();
        steps.AddRange(gone.Where(stack => !neededUntilLater.Contains(stack.Name)).Select(Destroy));
        steps.AddRange(configurations.Select((configuration, index) => (Func<Task<StackOutcome>>)(() => ApplyAsync(index, configuration))));
        steps.AddRange(gone.Where(stack => neededUntilLater.Contains(stack.Name)).Select(Destroy));
        foreach (var step in steps)
        {
            var outcome = await step();
            outcomes.Add(outcome);
            if (outcome.Errors.Count > 0)
            {
                break;
            }
        }

        return outcomes;
    }

    private Func<Task<StackOutcome>> Destroy(LocalStack stack) => () => ChangeAsync(stack, "-destroy");

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

    /// <summary>Destroys stacks in an order; stops at the first that is refused.</summary>
    /// <param name="names">Their names.</param>
    public async Task<IReadOnlyList<StackOutcome>> DestroyAsync(params IReadOnlyList<string> names)
    {
        var outcomes = new List<StackOutcome>();
        foreach (var stack in names.Select(name => _stacks.First(stack => stack.Name == name)).TakeWhile(_ => !outcomes.Exists(outcome => outcome.Errors.Count > 0)))
        {
            outcomes.Add(await ChangeAsync(stack, "-destroy"));
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        await _clouds.DisposeAsync();
        _root.Dispose();
    }

    // Gives the stacks that are gone and still have something, the last one first.
    private async Task<IReadOnlyList<LocalStack>> MatchAsync(IReadOnlyList<string> names, IReadOnlyList<string> configurations)
    {
        var before = _stacks;
        var isRenamed = before.Count == names.Count && !before.Exists(stack => names.Contains(stack.Name));
        _stacks = [.. names.Select((name, index) => new LocalStack(name, isRenamed ? before[index].Folder : FolderOf(before, name)))];
        var gone = before.Where(stack => !_stacks.Exists(other => other.Folder == stack.Folder)).Reverse().ToList();
        return gone.Count == 0 ? gone : await MoveAsync(gone, names.Zip(configurations).Where(stack => before.TrueForAll(other => other.Name != stack.First)).ToDictionary(stack => stack.First, stack => stack.Second));
    }

    private async Task<IReadOnlyList<LocalStack>> MoveAsync(IReadOnlyList<LocalStack> gone, Dictionary<string, string> added)
    {
        var left = new List<LocalStack>();
        var states = new Dictionary<string, string>();
        foreach (var stack in gone)
        {
            if (await stack.ReadStateAsync() is { } state)
            {
                states.Add(stack.Name, state);
            }
        }

        var moved = MovedStates.Of(states, added);
        foreach (var (name, state) in moved.States)
        {
            await _stacks.First(stack => stack.Name == name).WriteStateAsync(state, _stop);
        }

        foreach (var stack in gone)
        {
            if (states.TryGetValue(stack.Name, out var whole) && moved.Rest(whole) is { } rest)
            {
                await stack.WriteStateAsync(rest, _stop);
                left.Add(stack);
            }
        }

        return left;
    }

    private string FolderOf(List<LocalStack> known, string name) =>
        known.Find(stack => stack.Name == name)?.Folder
        ?? _root.CreateSubdirectory($"stack-{Directory.GetDirectories(_root.Path).Length}").FullName;

    private async Task<StackOutcome> ApplyAsync(int index, string configuration)
    {
        _reads[_stacks[index].Folder] = LocalStates.ReadBy(configuration);
        await _stacks[index].WriteAsync(configuration, _stacks.Take(index));
        return await ChangeAsync(_stacks[index]);
    }

    private async Task<StackOutcome> ChangeAsync(LocalStack stack, params string[] how)
    {
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
