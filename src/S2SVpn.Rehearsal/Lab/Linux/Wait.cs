using System.Diagnostics;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>Waits for a condition.</summary>
internal static class Wait
{
    /// <summary>Whether it came true in that many seconds.</summary>
    public static bool Until(double seconds, Func<bool> isTrue, int everyMilliseconds = 20)
    {
        var watch = Stopwatch.StartNew();
        while (!isTrue())
        {
            if (watch.Elapsed.TotalSeconds > seconds)
            {
                return false;
            }

            Thread.Sleep(everyMilliseconds);
        }

        return true;
    }
}
