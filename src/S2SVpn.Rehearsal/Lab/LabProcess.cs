using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>A lab in namespaces of its own, and what goes between it and this process.</summary>
internal sealed class LabProcess : IAsyncDisposable
{
    private readonly Process _inside;
    private readonly Task<string> _error;

    private LabProcess(Process inside)
    {
        _inside = inside;
        _error = inside.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>The command that enters its namespaces: the child of 'unshare' is their first process.</summary>
    public IReadOnlyList<string> Entrance
    {
        get
        {
            var parent = _inside.Id.ToString(CultureInfo.InvariantCulture);
            var child = Directory.EnumerateDirectories("/proc")
                .Select(Path.GetFileName)
                .First(id => int.TryParse(id, out _) && File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1] == parent);
            return ["nsenter", "--target", child!, "--net", "--mount", "--pid", "--ipc", "--uts", .. NativeMethods.IsRoot ? (string[])[] : ["--user", "--preserve-credentials"]];
        }
    }

    /// <param name="program">What answers to <see cref="LabInside.Argument"/>; by default this program.</param>
    /// <exception cref="LabException">It can't be started.</exception>
    public static LabProcess Start(IReadOnlyList<string>? program)
    {
        var user = NativeMethods.IsRoot ? (string[])[] : ["--user", "--map-root-user"];
        var start = new ProcessStartInfo("unshare", [.. user, "--net", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child", "--mount-proc", .. program ?? Own(), LabInside.Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new LabProcess(Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            throw new LabException($"'unshare' can't be run: {exception.Message}. It is in the Debian package util-linux.");
        }
    }

    /// <summary>Gives it its job, and then answers what it says.</summary>
    /// <param name="job">What it is to do.</param>
    /// <param name="answer">Told of each event; what it gives is sent to the lab.</param>
    /// <param name="keep">Called with the guide to a lab that is kept, which ends afterwards.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">It failed.</exception>
    public async Task<LabReport> RunAsync(LabJob job, Func<LabEvent, string?> answer, Func<string, Task> keep, CancellationToken stop)
    {
        await TellAsync(JsonSerializer.Serialize(job), stop);
        while (await _inside.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            var @event = LabEvent.Read(line);
            if (@event.Failure is { } failure)
            {
                throw new LabException(failure);
            }

            if (@event.Report is { } report)
            {
                return report;
            }

            if (answer(@event) is { } told)
            {
                await TellAsync(told, stop);
            }

            if (@event.Kept is { } guide)
            {
                await keep(guide);
                await TellAsync("done", stop);
            }
        }

        throw new LabException($"The lab ended unexpectedly. {(await _error).Trim()}");
    }

    public async ValueTask DisposeAsync()
    {
        _inside.StandardInput.Close();
        await _inside.WaitForExitAsync(CancellationToken.None);
        _inside.Dispose();
    }

    // The program may be one file, or an assembly that 'dotnet' runs.
    private static string[] Own()
    {
        var (file, assembly) = (Environment.ProcessPath!, Assembly.GetEntryAssembly()!.Location);
        return Path.GetFileNameWithoutExtension(file) == "dotnet" ? [file, assembly] : [file];
    }

    private async Task TellAsync(string line, CancellationToken stop)
    {
        await _inside.StandardInput.WriteLineAsync(line);
        await _inside.StandardInput.FlushAsync(stop);
    }
}
