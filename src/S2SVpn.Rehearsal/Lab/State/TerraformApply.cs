using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Files;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>Applies synthesized stacks to simulated clouds with the real Terraform, in a folder of its own, and gives what it recorded.</summary>
internal static class TerraformApply
{
    /// <inheritdoc cref="RunAsync(IReadOnlyList{StackFolder}, IReadOnlyList{ExistingThing}, CancellationToken)"/>
    public static Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> configurations, IReadOnlyList<ExistingThing> existing, CancellationToken stop) =>
        RunAsync([.. configurations.Select((configuration, index) => new StackFolder($"stack-{index}", configuration, State: null))], existing, stop);

    /// <param name="stacks">The stacks, in the order in which they are applied. What their states name is taken to exist.</param>
    /// <param name="existing">What exists before any of them.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">Terraform is missing or refuses.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<StackFolder> stacks, IReadOnlyList<ExistingThing> existing, CancellationToken stop)
    {
        var program = Programs.Find("terraform")
            ?? throw new LabException("There is no 'terraform' in PATH, and a rehearsal starts from what Terraform records. Install it from developer.hashicorp.com/terraform/install.");
        await using var clouds = await SimulatedClouds.StartAsync(new CloudOptions { Store = new CloudStore(adopts: stacks.Any(stack => stack.State is not null), objects: existing.Select(thing => thing.InCloud())) });
        var terraform = new TerraformProcess(program, clouds.Environment);
        using var root = Scratch.Create();
        try
        {
            var states = new List<string>();
            var applied = new List<LocalStack>();
            foreach (var given in stacks)
            {
                var stack = new LocalStack(given.Name, root.CreateSubdirectory($"stack-{applied.Count}").FullName);
                if (given.State is not null)
                {
                    await stack.WriteStateAsync(given.State, stop);
                }

                await stack.WriteAsync(given.Configuration, applied);
                await VariableFiles.WriteAsync(stack.Folder, given.Values, stop);
                await RunAsync(terraform, stack.Folder, stop, "init", "-input=false", "-no-color");
                await RunAsync(terraform, stack.Folder, stop, "apply", "-auto-approve", "-input=false", "-json");
                applied.Add(stack);
                states.Add((await stack.ReadStateAsync())!);
            }

            return states;
        }
        catch (OfflineException exception)
        {
            throw new LabException(exception.Message);
        }
    }

    private static async Task RunAsync(TerraformProcess terraform, string folder, CancellationToken stop, params string[] arguments)
    {
        if ((await terraform.RunAsync(folder, stop, arguments)).Errors is [var error, ..])
        {
            if (error.MissingType is { } type)
            {
                throw new LabException($"The simulated clouds don't have {type}, even where the real provider has it: they simulate the types that this program creates. Rehearse a configuration without it; that says nothing of what it does.");
            }

            throw new LabException($"The simulated clouds refuse what was synthesized. {error.Sentence}");
        }
    }
}
