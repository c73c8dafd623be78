using System.Diagnostics;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>Waits for a condition.</summary>
internal static class Wait
{
    // However busy a machine is: it ends.
    private const int Longest = 4;

    // A timer is never exact.
    private const double Inexact = 0.005;

    /// <summary>Whether it came true in that many seconds of a machine that has time for it; in up to four times as many of one that has not.</summary>
    public static bool Until(double seconds, Func<bool> isTrue, int everyMilliseconds = 20)
    {
        var (watch, counted, last) = (Stopwatch.StartNew(), 0.0, 0.0);
        while (!isTrue())
        {
            if (counted > seconds || last > seconds * Longest)
            {
                return false;
            }

            var asleep = watch.Elapsed.TotalSeconds;
            Thread.Sleep(everyMilliseconds);
            var now = watch.Elapsed.TotalSeconds;
            counted += Counted(now - last, now - asleep, everyMilliseconds / 1000.0);
            last = now;
        }

        return true;
    }

    /// <summary>How many of the seconds of a turn count: whoever wakes up late had to wait for others, and so had the programs that are waited for.</summary>
    internal static double Counted(double turn, double slept, double asked) => turn * Math.Min(1, (asked + Inexact) / slept);
}
