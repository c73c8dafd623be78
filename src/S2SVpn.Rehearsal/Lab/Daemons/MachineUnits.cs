using System.Diagnostics;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>
/// The units of an appliance's machine that look after it: s2s-watch, and on one of a pair s2s-route. They are the machine's own files but for
/// these changes, beyond those of <see cref="ApplianceInLab"/>:
/// <list type="bullet">
/// <item>Their folders lie in the lab's.</item>
/// <item>swanctl asks each of the machine's charons, and starts nothing; birdc asks the BIRD that both machines share; ip and systemctl do nothing, because the lab does it.</item>
/// <item>They look more often, and the lab answers for the cloud: its metadata, and its route tables.</item>
/// </list>
/// </summary>
internal sealed class MachineUnits : IDisposable
{
    private const string Scripts = "/usr/local/lib/s2s";
    private const string Etc = "/etc/s2s";
    private const string Memory = "/run/s2s";
    private const string Programs = "/usr/local/sbin/";

    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;
    private readonly List<Process> _processes = [];

    private MachineUnits(ApplianceMachineNode machine, string folder)
    {
        (Machine, _folder) = (machine, folder);
        _environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{folder}/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["STRONGSWAN_CONF"] = LabPrograms.SwanctlSettings,
            ["S2S_PATIENCE"] = "3",
            ["S2S_METADATA"] = $"http://{CloudDouble.Address}",
            ["S2S_ENDPOINT"] = $"http://{CloudDouble.Address}",
        };
    }

    public ApplianceMachineNode Machine { get; }

    /// <summary>Told of each service that is to be restarted.</summary>
    public required Action<string> Restart { get; init; }

    /// <param name="machine">The machine.</param>
    /// <param name="ends">The ends of its tunnels.</param>
    /// <param name="gateway">The router that it stands in.</param>
    /// <param name="space">A namespace of its own, in which it meets the other machine; null for a single one.</param>
    /// <param name="programs">What there is to run.</param>
    /// <param name="restart">Told of each service that is to be restarted.</param>
    public static MachineUnits Start(ApplianceMachineNode machine, IReadOnlyList<LabTunnelEnd> ends, GatewayNode gateway, string? space, LabPrograms programs, Action<string> restart)
    {
        var units = new MachineUnits(machine, $"{LabPrograms.Folder}/{machine.Name}") { Restart = restart };
        units.Write(ends, gateway);
        units.Run(gateway.Place, "/bin/sh", "s2s-watch", "0.5");
        if (space is not null)
        {
            units.Run(space, programs.Python, "s2s-route", "0.1");
        }

        return units;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            process.Dispose();
        }
    }

    private void Write(IReadOnlyList<LabTunnelEnd> ends, GatewayNode gateway)
    {
        Directory.CreateDirectory($"{_folder}/bin");
        // A machine that starts has nothing there.
        if (Directory.Exists($"{_folder}/run"))
        {
            Directory.Delete($"{_folder}/run", recursive: true);
        }

        Directory.CreateDirectory($"{_folder}/run");
        foreach (var (path, text) in Machine.Files.Where(file => file.Key.StartsWith(Scripts, StringComparison.Ordinal) || file.Key.StartsWith(Etc, StringComparison.Ordinal) || file.Key.StartsWith(Programs, StringComparison.Ordinal)))
        {
            var file = $"{_folder}/{Path.GetFileName(path)}";
            // The first is a part of the lab's own folder.
            File.WriteAllText(file, text
                .Replace(Memory, $"{_folder}/run", StringComparison.Ordinal)
                .Replace(Scripts, _folder, StringComparison.Ordinal)
                .Replace(Etc, _folder, StringComparison.Ordinal));
        }

        var charons = ends.Where(end => end.Appliance is StrongswanEnd).Select(end =>
            $"told=$(/usr/sbin/swanctl --list-sas --uri unix://{LabPrograms.Folder}/{end.Place}/vici) || exit 1\nprintf '%s\\n' \"$told\" | sed 's/^\\( *\\)tunnel: /\\1{end.Device}: /'\n");
        Program("swanctl", $"[ \"$1\" = --list-sas ] || exit 0\n{string.Concat(charons)}");
        Program("birdc", $"told=$(/usr/sbin/birdc -s {LabPrograms.Folder}/{gateway.Place}.ctl \"$@\") || exit 1\nprintf '%s\\n' \"$told\" | sed 's/^bgp_//'\n");
        Program("systemctl", "[ \"$1\" = restart ] && echo \"restart $3\" >&2\nexit 0\n");
        Program("ip", "exit 0\n");
    }

    private void Program(string name, string text)
    {
        var file = $"{_folder}/bin/{name}";
        File.WriteAllText(file, $"#!/bin/sh\n{text}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Run(string space, string program, string unit, string pause)
    {
        var process = new NetworkNamespace(space).Start(program, [$"{_folder}/{unit}"], new Dictionary<string, string>(_environment) { ["S2S_PAUSE"] = pause }, pipes: true);
        var log = $"{_folder}/{unit}.log";
        process.OutputDataReceived += (_, line) => Note(log, line.Data);
        process.ErrorDataReceived += (_, line) => Note(log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
    }

    private void Note(string log, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_environment)
        {
            File.AppendAllText(log, $"{DateTime.UtcNow:HH:mm:ss.fff} {line}\n");
        }

        if (line.StartsWith("restart ", StringComparison.Ordinal))
        {
            Restart(line["restart ".Length..].Split('.')[0]);
        }
    }
}
