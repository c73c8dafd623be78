using System.ComponentModel;
using System.Diagnostics;

namespace S2SVpn.Rehearsal.Processes;

/// <summary>Runs a program without a console to its end, and keeps what it writes.</summary>
public static class CapturedProgram
{
    /// <summary>What a shell says where there is no such program.</summary>
    public const int NotFound = 127;

    /// <param name="start">The program; its standard streams are taken here.</param>
    /// <param name="stop">Ends it, and whatever it started.</param>
    /// <exception cref="Win32Exception">It can't be started.</exception>
    /// <exception cref="OperationCanceledException">It was stopped, and has ended.</exception>
    public static async Task<ProgramResult> RunAsync(ProcessStartInfo start, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(start);
        stop.ThrowIfCancellationRequested();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        await using (stop.Register(() => process.Kill(entireProcessTree: true)))
        {
            await process.WaitForExitAsync(CancellationToken.None);
        }

        var result = new ProgramResult(process.ExitCode, await output, await error);
        stop.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>The same, where a program that can't be started is one that failed.</summary>
    public static async Task<ProgramResult> TryAsync(ProcessStartInfo start, CancellationToken stop)
    {
        try
        {
            return await RunAsync(start, stop);
        }
        catch (Win32Exception exception)
        {
            return new ProgramResult(NotFound, "", exception.Message);
        }
    }
}

/// <param name="ExitCode">0 where it did what it was to do.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record ProgramResult(int ExitCode, string Output, string Error);
