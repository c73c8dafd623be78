using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>Holds a rehearsal in namespaces of its own, from what Terraform recorded.</summary>
/// <param name="program">The program that answers to <see cref="LabInside.Argument"/>; by default this one.</param>
internal sealed class LabHost(IReadOnlyList<string>? program = null)
{
    /// <param name="states">Terraform's states, as text.</param>
    /// <param name="design">What was designed.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="fetched">The folder of the programs that were fetched for it; null where all are installed.</param>
    /// <param name="progress">Told of each thing as it happens.</param>
    /// <param name="keep">Called while a kept lab is running, with the guide to it and the command that enters it.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">It could not be run.</exception>
    public async Task<LabReport> RunAsync(
        IReadOnlyList<string> states,
        LabDesign design,
        LabOptions options,
        string? fetched,
        Action<LabEvent>? progress = null,
        Func<string, IReadOnlyList<string>, Task>? keep = null,
        CancellationToken stop = default)
    {
        using var inside = Start();
        var error = inside.StandardError.ReadToEndAsync(CancellationToken.None);
        await inside.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new LabJob { States = states, Design = design, Options = options, Fetched = fetched }));
        await inside.StandardInput.FlushAsync(stop);
        try
        {
            while (await inside.StandardOutput.ReadLineAsync(stop) is { } line)
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

                progress?.Invoke(@event);
                if (@event.Kept is { } guide)
                {
                    await (keep?.Invoke(guide, Entrance(inside)) ?? Task.CompletedTask);
                    await inside.StandardInput.WriteLineAsync("done");
                    await inside.StandardInput.FlushAsync(stop);
                }
            }

            throw new LabException($"The lab ended unexpectedly. {(await error).Trim()}");
        }
        finally
        {
            inside.StandardInput.Close();
            await inside.WaitForExitAsync(CancellationToken.None);
        }
    }

    private Process Start()
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
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new LabException($"'unshare' can't be run: {exception.Message}. It is in the Debian package util-linux.");
        }
    }

    // The program may be one file, or an assembly that 'dotnet' runs.
    private static string[] Own()
    {
        var (file, assembly) = (Environment.ProcessPath!, Assembly.GetEntryAssembly()!.Location);
        return Path.GetFileNameWithoutExtension(file) == "dotnet" ? [file, assembly] : [file];
    }

    // The child of 'unshare' is the first process of the namespaces.
    private static string[] Entrance(Process unshare)
    {
        var parent = unshare.Id.ToString(CultureInfo.InvariantCulture);
        var child = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .First(id => int.TryParse(id, out _) && File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1] == parent);
        return ["nsenter", "--target", child!, "--net", "--mount", "--pid", "--ipc", "--uts", .. NativeMethods.IsRoot ? (string[])[] : ["--user", "--preserve-credentials"]];
    }
}
