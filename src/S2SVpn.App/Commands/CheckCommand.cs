using System.CommandLine;
using S2SVpn.App.Reports;
using S2SVpn.Design.Request;
using S2SVpn.Design.Rules;

namespace S2SVpn.App.Commands;

/// <summary>Checks a request: every finding, without Node.js and without writing anything.</summary>
internal static class CheckCommand
{
    private const string Text = "text";

    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var format = new Option<string>("--format") { Description = "How to report: text; json; sarif for code scanning; github for annotations in a workflow.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, "json", "sarif", "github");
        var watch = new Option<bool>("--watch") { Description = "Check again on every save, until Ctrl-C." };
        var command = new Command("check", "Check a request against the rules of both clouds. Writes nothing. Exits with 0 where it is good, 1 where it has errors, 2 on a bad call.") { request, format, watch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(format) is not (null or Text))
            {
                result.AddError("--watch goes with --format text only.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            var file = parsed.GetRequiredValue(request);
            return parsed.GetValue(watch) ? await WatchAsync(file, terminal, stop) : Run(file, parsed.GetValue(format)!, terminal);
        });
        return command;
    }

    private static int Run(string file, string format, Terminal terminal)
    {
        var request = CheckedRequest.Read(file);
        terminal.Out.Write(format switch
        {
            "json" => FindingJson.Write(request.Findings),
            "sarif" => FindingSarif.Write(request.Findings),
            "github" => FindingAnnotations.Write(request.Findings),
            _ => request.Text(terminal.Width, terminal.OutColor) + (request.Findings.Count == 0 ? $"{file} is good: {RuleBook.All.Count} rules of both clouds hold.\n" : ""),
        });
        return request.IsGood ? 0 : 1;
    }

    private static async Task<int> WatchAsync(string file, Terminal terminal, CancellationToken stop)
    {
        using var saves = new FileSaves(file);
        while (true)
        {
            _ = Run(file, Text, terminal);
            terminal.Error.WriteLine($"Watching {file}. Ctrl-C ends.");
            await saves.NextAsync(stop);
        }
    }
}
