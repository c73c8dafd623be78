using System.CommandLine;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.App.Commands;

/// <summary>Gives a running VPN another layout of stacks: its states are spread anew, and nothing in the clouds is touched.</summary>
internal static class MoveCommand
{
    private const string StateEnding = ".tfstate";
    private const int MostNamed = 3;

    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var states = new Option<string[]>("--states") { Description = "What 'terraform state pull' printed in the folder of each deployed stack, one file for each.", Required = true, AllowMultipleArgumentsPerToken = true };
        var to = new Option<string>("--to") { Description = "A new folder for the states of the request's stacks.", DefaultValueFactory = _ => "moved" };
        var command = new Command("move", "Spread the state of deployed stacks over the stacks of this request, whose terraform.stacks is another one, so that Terraform finds everything where it is. Writes files only.")
        {
            request, states, to,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(request), parsed.GetRequiredValue(states), parsed.GetValue(to)!, terminal));
        return command;
    }

    private static int Run(string request, string[] files, string folder, Terminal terminal)
    {
        if (RequestLoader.Load(request, terminal) is not { } loaded)
        {
            return 1;
        }

        if (CdktfRun.Problem(loaded.Plan, folder: null) is { } problem)
        {
            throw new UserException(problem);
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new UserException($"{folder} is not empty. Name a new folder with --to: what is there may be the only copy of a state.");
        }

        try
        {
            var moved = MovedStates.Of(files.Distinct().ToDictionary(file => file, File.ReadAllText), Stacks(loaded.Plan));
            Check(moved, request);
            Write(moved, folder);
            terminal.Out.WriteLine(Next(moved, folder));
            return 0;
        }
        catch (Exception exception) when (exception is OfflineException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(exception.Message);
        }
    }

    private static Dictionary<string, string> Stacks(ConnectivityPlan plan)
    {
        using var synthesizer = new Synthesizer();
        return plan.Terraform.Stacks.Zip(synthesizer.Synthesize(plan)).ToDictionary(stack => stack.First.Name, stack => stack.Second);
    }

    private static void Check(MovedStates moved, string request)
    {
        if (moved.Left.Count > 0)
        {
            throw new UserException($"No stack of {request} has {Some(moved.Left)}. Change nothing but terraform.stacks in this step, and the rest before or after it. Nothing was written.");
        }

        if (moved.States.Count == 0)
        {
            throw new UserException("There is no resource in these states. Give what 'terraform state pull' prints in the folder of each deployed stack.");
        }
    }

    private static string Some(IReadOnlyList<string> addresses) =>
        string.Join(", ", addresses.Take(MostNamed)) + (addresses.Count > MostNamed ? $" and {addresses.Count - MostNamed} more" : "");

    private static void Write(MovedStates moved, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (stack, state) in moved.States)
        {
            PrivateFile.Write(Path.Combine(folder, stack + StateEnding), state);
        }
    }

    private static string Next(MovedStates moved, string folder) => $$"""
        Wrote {{moved.States.Count}} {{(moved.States.Count == 1 ? "state" : "states")}} to {{folder}}{{(moved.New == 0 ? "" : $"; {moved.New} resources are in none and are made by the next apply")}}. They hold what the old ones held, keys too: only you can read them.

        Next, after a synth of this request:
          for state in {{folder}}/*{{StateEnding}}; do
            stack=cdktf.out/stacks/$(basename "$state" {{StateEnding}})
            terraform -chdir="$stack" init -input=false && terraform -chdir="$stack" state push "$PWD/$state" || break
          done
          npx {{CdktfRun.Command}} deploy '*'
        It changes no resource, only outputs; look at what it says before you approve. Then delete the old states and {{folder}}.
        """;
}
