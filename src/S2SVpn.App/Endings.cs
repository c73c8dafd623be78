using System.Runtime.InteropServices;

namespace S2SVpn.App;

/// <summary>Has Ctrl-C and the like end the program as its own end does, with nothing left in the folder for temporary files.</summary>
internal sealed class Endings : IDisposable
{
    private const int Stopped = 128;

    private static readonly (PosixSignal Signal, int Number)[] Signals =
        [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    private static readonly ManualResetEventSlim Begun = new();

    private readonly PosixSignalRegistration[] _registrations;

    public Endings() => _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal.Signal, context =>
    {
        // Whoever listens later is asked sooner: a command that ends by itself has said so by now.
        if (!context.Cancel)
        {
            context.Cancel = true;
            Begun.Set();
            Environment.Exit(Stopped + signal.Number);
        }
    }))];

    /// <summary>
    /// Waits for the end where it has begun. A signal goes to the programs that this one started as well, and so an error of theirs may
    /// come first; nobody wants to read it.
    /// </summary>
    public static void Await()
    {
        if (Begun.Wait(TimeSpan.FromMilliseconds(200)))
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
