using System.Collections.Concurrent;
using System.Globalization;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Brings the starter's lab and its flows up, again and again, and tells whether they always say the same.</summary>
internal static class LabStarts
{
    /// <param name="runs">How often.</param>
    /// <param name="atOnce">How many labs at the same time.</param>
    /// <param name="groups">The checks to make; only <c>flows</c> if none is named.</param>
    public static async Task<int> RunAsync(int runs, int atOnce, IReadOnlyList<string> groups)
    {
        var state = (await TerraformApply.RunAsync([Workbench.Starter], [], CancellationToken.None))[0];
        var options = new LabOptions { Only = groups.Count == 0 ? ["flows"] : groups };
        var (times, words) = (new ConcurrentBag<double>(), new ConcurrentDictionary<string, int>());
        await Parallel.ForEachAsync(Enumerable.Range(1, runs), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (run, _) =>
        {
            var said = await StartAsync(state, options, times);
            if (words.AddOrUpdate(said, 1, (_, count) => count + 1) == 1)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run}: {said}"));
            }
        });
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{runs} starts, {atOnce} at once: {string.Join("; ", words.Select(word => $"{word.Value} × {word.Key.Split('\n')[0]}"))}. Tunnels stood after {(sorted.Count == 0 ? 0 : sorted[sorted.Count / 2]):0.0} s in the middle, {sorted.FirstOrDefault():0.0} to {sorted.LastOrDefault():0.0} s."));
        return words.Count == 1 && sorted.Count == runs ? 0 : 1;
    }

    private static async Task<string> StartAsync(string state, LabOptions options, ConcurrentBag<double> times)
    {
        try
        {
            var report = await new LabHost([Command.Dotnet, typeof(Program).Assembly.Location]).RunAsync([state], LabBench.Starter, options, await HostMachine.PrepareAsync(_ => { }));
            times.Add(report.BringUpSeconds);
            return report.Passed ? string.Create(CultureInfo.InvariantCulture, $"all of {report.Checks.Count} checks and {report.Drills.Count} drills hold") : LabBench.Failures(report);
        }
        catch (LabException exception)
        {
            return exception.Message;
        }
    }
}
