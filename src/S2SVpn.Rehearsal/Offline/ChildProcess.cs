using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>Runs a program in this one's place: same console, same signals, same exit code.</summary>
internal static partial class ChildProcess
{
    private static readonly (PosixSignal Signal, int Number)[] Signals =
        [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    public static async Task<int> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // A signal that comes while the child starts waits until it has.
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var registrations = Signals
            .Select(signal => PosixSignalRegistration.Create(signal.Signal, context =>
            {
                // The child decides when to end; the clouds have to be there until then.
                context.Cancel = true;
                _ = started.Task.ContinueWith(child => Forward(child.Result, signal.Signal, signal.Number), TaskContinuationOptions.OnlyOnRanToCompletion);
            }))
            .ToArray();
        try
        {
            using var child = Start(start);
            started.SetResult(child);
            await child.WaitForExitAsync();
            return child.ExitCode;
        }
        finally
        {
            foreach (var registration in registrations)
            {
                registration.Dispose();
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new OfflineException($"{start.FileName} can't be run: {exception.Message}");
        }
    }

    // A terminal sends its signals to the child as well, and Terraform takes a second Ctrl-C for "at once".
    private static void Forward(Process child, PosixSignal signal, int number)
    {
        var fromTerminal = !Console.IsInputRedirected || !Console.IsOutputRedirected || !Console.IsErrorRedirected;
        if (!child.HasExited && !OperatingSystem.IsWindows() && (signal == PosixSignal.SIGTERM || !fromTerminal))
        {
            _ = Send(child.Id, number);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Send(int process, int signal);
}
