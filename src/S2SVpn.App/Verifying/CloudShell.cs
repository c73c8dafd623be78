using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.App.Verifying;

/// <summary>The command lines that are installed: 'aws' and 'az'.</summary>
internal sealed class CloudShell : ICloudShell
{
    public async Task<CloudAnswer> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments);
        // Neither may wait for a key, or color what is to be read.
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AZURE_CORE_NO_COLOR"] = "true";
        start.Environment["AZURE_CORE_ONLY_SHOW_ERRORS"] = "true";
        var ended = await CapturedProgram.TryAsync(start, stop);
        if (ended.ExitCode == CapturedProgram.NotFound)
        {
            return new CloudAnswer(null, $"'{program}' could not be started. Install it, and log in.");
        }

        if (ended.ExitCode != 0)
        {
            var line = ended.Error.Split('\n').Select(one => one.Trim()).FirstOrDefault(one => one.Length > 0);
            return new CloudAnswer(null, $"'{program} {string.Join(' ', arguments.Take(3))}' failed: {line ?? $"exit code {ended.ExitCode}"}");
        }

        try
        {
            return new CloudAnswer(JsonNode.Parse(ended.Output.Length == 0 ? "null" : ended.Output), null);
        }
        catch (JsonException)
        {
            return new CloudAnswer(null, $"'{program} {string.Join(' ', arguments.Take(3))}' did not answer in JSON.");
        }
    }
}
