using System.Diagnostics;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>A rehearsal: real tunnels on this machine, made from what the real Terraform records of simulated clouds.</summary>
public sealed class RehearsalRun(LabDesign design, LabOptions options, ILabListener listener)
{
    /// <summary>What keeps this machine from it, in a sentence or two; null for nothing.</summary>
    public static string? MissingPrerequisite() => HostMachine.MissingPrerequisite();

    /// <param name="stacks">The synthesized stacks, in the order in which they are applied.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">It could not be run.</exception>
    public async Task<LabReport> RunAsync(IReadOnlyList<StackFolder> stacks, CancellationToken stop)
    {
        if (design.UnsupportedLinks is [var link, ..])
        {
            throw new LabException($"Link '{link}' does not have a managed gateway at both ends. A rehearsal covers the managed gateways of AWS and Azure, not self-managed gateways.");
        }

        // Before what takes time: it may not be possible.
        var fetched = await HostMachine.PrepareAsync(listener.Begins, design.UsesWireguard, design.HasPairs && options.WantsDrills, stop);
        listener.Begins("terraform init, apply against simulated clouds");
        var states = await TerraformApply.RunAsync(stacks, design.Existing, stop);
        return await new LabHost().RunAsync(states, design, options, fetched, Pass, (guide, entrance) => ShellAsync(guide, entrance, stop), stop);
    }

    private void Pass(LabEvent @event)
    {
        if (@event.Begins is { } what)
        {
            listener.Begins(what);
        }

        if (@event.Check is { } check)
        {
            listener.Checked(check);
        }

        if (@event.Drill is { } drill)
        {
            listener.Drilled(drill);
        }
    }

    private async Task ShellAsync(string guide, IReadOnlyList<string> entrance, CancellationToken stop)
    {
        listener.Kept(guide);
        var shell = Environment.GetEnvironmentVariable("SHELL") is { Length: > 0 } given && File.Exists(given) ? given : "/bin/sh";
        var start = new ProcessStartInfo(entrance[0], [.. entrance.Skip(1), shell]) { UseShellExecute = false };
        start.Environment["STRONGSWAN_CONF"] = LabInside.ShellSettings;
        using var process = Process.Start(start)!;
        await using (stop.Register(() => process.Kill(entireProcessTree: true)))
        {
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
