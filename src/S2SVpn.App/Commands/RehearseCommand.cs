using System.CommandLine;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.App.Commands;

/// <summary>Brings up the tunnels of a request on this machine, and checks and loses them.</summary>
internal static class RehearseCommand
{
    private static readonly string[] Formats = ["text", "json", "markdown", "junit"];

    public static Command Create(Terminal terminal)
    {
        var what = new Argument<string>("request or folder")
        {
            Description = "The request file; or the folder of a synthesized stack with its cdk.tf.json and state, or a whole cdktf.out, to rehearse what somebody edited there. The folder is only read.",
            DefaultValueFactory = _ => RequestArgument.DefaultFile,
        };
        RequestArgument.RefuseOptions(what);
        var request = new Option<string>("--request") { Description = "With a folder: the request that says what was designed.", DefaultValueFactory = _ => RequestArgument.DefaultFile };
        var format = new Option<string>("--format") { Description = "How to report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Formats);
        var only = new Option<string[]>("--only") { Description = $"Only these checks: {string.Join(", ", LabOptions.Groups)}.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(LabOptions.Groups);
        var skip = new Option<bool>("--skip-drills") { Description = "Take nothing down." };
        var real = new Option<bool>("--real-timers") { Description = "Notice a loss as late as the clouds do, not within seconds." };
        var keep = new Option<bool>("--keep") { Description = "Open a shell inside the lab after the checks." };
        var command = new Command("rehearse", "Bring the tunnels up on this machine with real IKE, IPsec and BGP, from what Terraform would deploy: check them, take them down one by one, and explain what fails.")
        {
            what, request, format, only, skip, real, keep,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(what),
            parsed.GetValue(request)!,
            parsed.GetValue(format)!,
            new LabOptions
            {
                Only = parsed.GetValue(only) ?? [],
                SkipDrills = parsed.GetValue(skip),
                RealTimers = parsed.GetValue(real),
                Keep = parsed.GetValue(keep),
            },
            terminal,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(string what, string request, string format, LabOptions options, Terminal terminal, CancellationToken stop)
    {
        // What this machine lacks is said before anything takes time.
        if (RehearsalRun.MissingPrerequisite() is { } lack)
        {
            terminal.Error.WriteLine($"error: {lack}");
            return 1;
        }

        var folder = Directory.Exists(what) ? what : null;
        if (RequestLoader.Load(folder is null ? what : request, terminal) is not { } loaded)
        {
            return 1;
        }

        if (folder is null && CdktfRun.Problem(loaded.Plan, folder: null) is { } problem)
        {
            terminal.Error.WriteLine($"error: {problem} Nothing was rehearsed.");
            return 1;
        }

        try
        {
            var view = new RehearsalView(terminal, format == "text");
            view.Begins(folder is null ? "synthesizing the request" : $"reading {folder}");
            var stacks = folder is null ? Synthesize(loaded.Plan) : StackFolder.Read(folder, request, [.. loaded.Plan.Terraform.Stacks.Select(stack => stack.Name)]);
            var (edits, notes) = folder is null ? ([], []) : Compare(loaded.Plan, stacks);
            var report = await new RehearsalRun(LabDesign.From(loaded.Plan), options, view).RunAsync(stacks, stop);
            view.Finish();
            report = report.Located(path => Line(loaded.Document, path)) with { Edits = edits, Notes = [.. report.Notes, .. notes] };
            terminal.Out.Write(LabReportText.Write(report, format, terminal.Width));
            return report.Passed ? 0 : 1;
        }
        catch (Exception exception) when (exception is LabException or OfflineException or IOException)
        {
            terminal.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    // Without Node.js a folder can be rehearsed, and not compared.
    private static (IReadOnlyList<string> Edits, IReadOnlyList<string> Notes) Compare(ConnectivityPlan plan, IReadOnlyList<StackFolder> stacks) =>
        CdktfRun.Problem(plan, folder: null) is { } problem
            ? ([], [$"What was edited is not listed: {problem}"])
            : (StackEdits.Between(Synthesize(plan), stacks), []);

    private static IReadOnlyList<StackFolder> Synthesize(ConnectivityPlan plan)
    {
        using var synthesizer = new Synthesizer();
        return [.. synthesizer.Synthesize(plan).Zip(plan.Terraform.Stacks, (configuration, stack) => new StackFolder(stack.Name, configuration, State: null))];
    }

    private static string Line(RequestDocument document, string path)
    {
        var place = document.Sources.Locate(RequestPath.Root.At(path));
        return place.Path.Length == 0 ? $"{place.Span}" : $"{place.Span}: {place.Path}";
    }
}
