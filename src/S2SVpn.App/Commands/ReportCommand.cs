using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.App.Explaining;
using S2SVpn.App.Pages;
using S2SVpn.Design.Estimates;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.App.Commands;

/// <summary>Writes one page with all there is to know of a request, for a review or an audit.</summary>
internal static class ReportCommand
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; otherwise standard output." };
        var rehearsal = new Option<string?>("--rehearsal") { Description = "What 'rehearse --format json' wrote." };
        var change = new Option<string?>("--change") { Description = "What 'diff --format json' wrote." };
        var command = new Command("report", "Write one HTML page with the picture, tables, findings, estimate and, if given, the forecast of a change and the results of a rehearsal. It loads nothing from elsewhere.")
        {
            request, output, rehearsal, change,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(request), parsed.GetValue(output), parsed.GetValue(rehearsal), parsed.GetValue(change), terminal));
        return command;
    }

    private static int Run(string file, string? output, string? rehearsal, string? change, Terminal terminal)
    {
        OutputFile.KeepApart(output, file, rehearsal, change);
        var checkedRequest = CheckedRequest.Read(file);
        if (!checkedRequest.IsGood || RequestLoader.Load(file, terminal) is not { } loaded)
        {
            terminal.Error.Write(checkedRequest.Text(terminal.Width, terminal.Color));
            return 1;
        }

        var options = new EstimateOptions();
        var html = ReportPage.Write(new ReportContent
        {
            Explanation = Explanation.Of(loaded),
            Findings = checkedRequest.Findings,
            Estimate = Estimate.Of(loaded.Plan, options),
            EstimateOptions = options,
            Rehearsal = Read(rehearsal, "rehearse", text => JsonSerializer.Deserialize<LabReport>(text, Options)),
            Change = Read(change, "diff", text => JsonNode.Parse(text) is { } node && node["head"] is not null ? node : throw new JsonException()),
        });
        if (output is null)
        {
            terminal.Out.Write(html);
            return 0;
        }

        try
        {
            File.WriteAllText(output, html);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{output} can't be written: {exception.Message}");
        }

        terminal.Error.WriteLine($"Wrote {output}.");
        return 0;
    }

    private static T? Read<T>(string? file, string verb, Func<string, T?> read)
        where T : class
    {
        try
        {
            return file is null ? null : read(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{file} can't be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UserException($"{file} is not what 's2svpn {verb} --format json' writes.");
        }
    }
}
