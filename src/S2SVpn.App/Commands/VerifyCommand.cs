using System.CommandLine;
using System.Diagnostics;
using S2SVpn.App.Permissions;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.App.Commands;

/// <summary>Compares what is deployed with the plan, by what both clouds say.</summary>
internal static class VerifyCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);
    private const int MostRounds = 60;

    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var outputs = new Option<string[]>("--outputs") { Description = "What 'terraform output -json' printed, one file for each stack, or - for standard input. Left out, Terraform is asked in cdktf.out/stacks.", AllowMultipleArgumentsPerToken = true };
        var before = new Option<bool>("--before") { Description = "Before an apply: logins, quotas, free addresses, inside networks of existing gateways, resource providers, and permissions where Node.js is there." };
        var watch = new Option<bool>("--watch") { Description = "Ask every minute for an hour, until everything holds." };
        var format = new Option<string>("--format") { Description = "How to report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("verify", "After a deploy: ask both clouds through 'aws' and 'az', as you are logged in, compare what they say with the plan, and name what is off. Reads only. Exits with 1 where something is off.")
        {
            request, outputs, before, watch, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            if (RequestLoader.Load(parsed.GetRequiredValue(request), terminal) is not { } loaded)
            {
                return 1;
            }

            var shell = new CloudShell();
            var plan = loaded.Plan;
            var isBefore = parsed.GetValue(before);
            var needed = isBefore ? Needed(plan, terminal) : null;
            var deployed = isBefore ? null : new DeployedOutputs(await OutputsAsync(plan, parsed.GetValue(outputs) ?? [], terminal, stop));
            var checks = await WatchAsync(() => isBefore ? new BeforeVerifier(plan, shell, needed).CheckAsync(stop) : CheckAsync(plan, deployed!, shell, stop), parsed.GetValue(watch), terminal, stop);
            terminal.Out.Write(parsed.GetValue(format) == "json" ? VerifyReport.Json(checks) : VerifyReport.Text(checks, terminal.Width));
            return checks.All(check => check.Passed) ? 0 : 1;
        });
        return command;
    }

    internal static async Task<IReadOnlyList<VerifyCheck>> CheckAsync(ConnectivityPlan plan, DeployedOutputs outputs, ICloudShell shell, CancellationToken stop)
    {
        var checks = new List<VerifyCheck>();
        foreach (var site in plan.AwsSites)
        {
            checks.AddRange(await new AwsVerifier(plan, outputs, shell).CheckAsync(site, stop));
        }

        foreach (var site in plan.AzureSites)
        {
            checks.AddRange(await new AzureVerifier(plan, outputs, shell).CheckAsync(site, stop));
        }

        return checks;
    }

    // What Terraform needs is known by what it would deploy.
    private static NeededPermissions? Needed(ConnectivityPlan plan, Terminal terminal)
    {
        if (CdktfRun.Problem(plan, folder: null) is { } problem)
        {
            terminal.Error.WriteLine($"Permissions are not checked: {problem}");
            return null;
        }

        terminal.Progress("Synthesizing the request, to see what it deploys.");
        using var synthesizer = new Synthesizer();
        return new NeededPermissions(synthesizer.Synthesize(plan).SelectMany(NeededPermissions.TypesOf), plansOnly: false);
    }

    private static async Task<IReadOnlyList<VerifyCheck>> WatchAsync(Func<Task<IReadOnlyList<VerifyCheck>>> check, bool watch, Terminal terminal, CancellationToken stop)
    {
        for (var round = 1; ; round++)
        {
            var checks = await check();
            var off = checks.Count(one => !one.Passed);
            if (!watch || off == 0 || round == MostRounds)
            {
                return checks;
            }

            terminal.Error.WriteLine($"{DateTime.Now:HH:mm}  {off} of {checks.Count} checks are off: {string.Join(", ", checks.Where(one => !one.Passed).Take(4).Select(one => $"{one.Group} {one.Name}"))}. Asking again in a minute.");
            await Task.Delay(Pause, stop);
        }
    }

    private static async Task<IReadOnlyList<string>> OutputsAsync(ConnectivityPlan plan, string[] files, Terminal terminal, CancellationToken stop)
    {
        var texts = new List<string>();
        try
        {
            foreach (var file in files)
            {
                texts.Add(file == "-" ? await terminal.In.ReadToEndAsync(stop) : await File.ReadAllTextAsync(file, stop));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The outputs can't be read: {exception.Message}");
        }

        foreach (var stack in files.Length > 0 ? [] : plan.Terraform.Stacks.Select(stack => Path.Combine("cdktf.out", "stacks", stack.Name)))
        {
            terminal.Error.WriteLine($"Asking Terraform for the outputs of {stack}.");
            var ended = await CapturedProgram.TryAsync(new ProcessStartInfo("terraform", [$"-chdir={stack}", "output", "-json", "-no-color"]), stop);
            texts.Add(ended.ExitCode == 0 ? ended.Output : throw new UserException($"'terraform -chdir={stack} output -json' failed: {ended.Error.Trim().Split('\n')[0]} Apply first, or give what it printed elsewhere by --outputs."));
        }

        return texts;
    }
}
