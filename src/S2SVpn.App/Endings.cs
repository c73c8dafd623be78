using System.Runtime.InteropServices;

namespace S2SVpn.App;

/// <summary>Has Ctrl-C and the like end the program as its own end does, with nothing left in the folder for temporary files.</summary>
internal sealed class Endings : IDisposable
{
    private const int Stopped = 128;

    private static readonly (PosixSignal Signal, int Number)[] Signals =
        [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    private static readonly ManualResetEventSlim Begun = new();
    private static readonly Lock Work = new();

    private static int _exitCode;

    private readonly PosixSignalRegistration[] _registrations;

    public Endings() => _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal.Signal, context =>
    {
        // Whoever listens later is asked sooner: a command that ends by itself has said so by now.
        if (!context.Cancel)
        {
            context.Cancel = true;
            _exitCode = Stopped + signal.Number;
            Begun.Set();
            // While Node.js is at work it would write to what is being deleted: it ends its work first, in seconds.
            lock (Work)
            {
                Environment.Exit(_exitCode);
            }
        }
    }))];

    /// <summary>Does something with a program that this one started, and ends after it where a signal came meanwhile.</summary>
    public static void Hold(Action work)
    {
        lock (Work)
        {
            try
            {
                work();
            }
            catch when (Begun.Wait(TimeSpan.FromMilliseconds(200)))
            {
                // A terminal sends its signals to the programs as well: an error of theirs is no news, and may come first.
            }

            if (Begun.IsSet)
            {
                Environment.Exit(_exitCode);
            }
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
