using System.CommandLine;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.App.Commands;

/// <summary>Tells what a changed request, or a Terraform plan, does to what is deployed.</summary>
internal static class DiffCommand
{
    public const string Name = "diff";

    public static Command Create(Terminal terminal)
    {
        var before = new Argument<string?>("before") { Description = "The request that is deployed.", DefaultValueFactory = _ => null };
        var after = new Argument<string?>("after") { Description = "The request to deploy.", DefaultValueFactory = _ => null };
        RequestArgument.RefuseOptions(before);
        RequestArgument.RefuseOptions(after);
        var plan = new Option<string[]>("--plan")
        {
            Description = "In place of two requests: a plan of the real clouds, as 'terraform show -json PLANFILE' prints it, or - for standard input. With several stacks, one file each in the order of the apply.",
            AllowMultipleArgumentsPerToken = true,
        };
        var format = new Option<string>("--format") { Description = "How to report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. ChangeText.Formats]);
        var steps = new Option<string?>("--write-steps") { Description = "Where the change can't be applied at once, write the requests in between to this folder." };
        var command = new Command(
            Name,
            "Show what a changed request does to what is deployed: each resource that changes and by which line, which tunnels are down and for how long. The real Terraform applies both requests to simulated clouds. Exits with 2 where the change can't be applied at once, and shows the requests in between.")
        {
            before, after, plan, format, steps,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(before), parsed.GetValue(after), parsed.GetValue(plan) ?? [], parsed.GetValue(format)!, parsed.GetValue(steps), terminal, stop));
        return command;
    }

    private static async Task<int> RunAsync(string? before, string? after, string[] plans, string format, string? steps, Terminal terminal, CancellationToken stop)
    {
        if ((plans.Length > 0) == (after is not null) || (plans.Length > 0 && before is not null))
        {
            terminal.Error.WriteLine("error: give two requests ('diff before.yaml after.yaml'), or Terraform plans ('diff --plan plan.json').");
            return 1;
        }

        try
        {
            var report = plans.Length > 0 ? await PlanDiff.ReadAsync(plans) : await RequestDiff.RunAsync(before!, after!, terminal, stop);
            if (report is null)
            {
                return 1;
            }

            terminal.Out.Write(ChangeText.Write(report, format, terminal.Width));
            Write(report, steps, [before, after], terminal);
            return report.Refusal is null ? 0 : 2;
        }
        catch (Exception exception) when (exception is ChangeException or OfflineException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private static void Write(ChangeReport report, string? folder, string?[] requests, Terminal terminal)
    {
        if (folder is null || report.Steps.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var (step, number) in report.Steps.Select((step, index) => (step, index + 1)).Where(pair => pair.step.Request is not null))
        {
            var file = Path.Combine(folder, $"step-{number}.yaml");
            OutputFile.KeepApart(file, requests);
            File.WriteAllText(file, step.Request);
            terminal.Error.WriteLine($"Wrote {file}.");
        }
    }
}
