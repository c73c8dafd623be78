using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace S2SVpn.Benchmarks;

/// <summary>Many rehearsals, one after the other or several at once: their times, whether they all say the same, and whether they leave anything behind.</summary>
internal static class RehearsalRuns
{
    private static readonly string[] Programs = ["charon", "bird", "unshare"];

    /// <summary>Every example: so many times without drills, and so many times with them.</summary>
    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="without">How often without drills.</param>
    /// <param name="with">How often with drills.</param>
    /// <param name="atOnce">How many at the same time.</param>
    public static int RunExamples(string program, int without, int with, int atOnce)
    {
        var different = 0;
        foreach (var request in Directory.GetFiles("examples", "*.yaml").Order(StringComparer.Ordinal).Prepend("s2svpn.yaml"))
        {
            foreach (var (runs, options) in new[] { (without, "--skip-drills"), (with, "--skip-drills=false") }.Where(each => each.Item1 > 0))
            {
                Console.WriteLine($"{request} {options}");
                different += Run(program, request, runs, atOnce, [options]);
            }
        }

        Console.WriteLine(different == 0 ? "All runs of each example said the same." : $"{different} examples had runs that differ, or left something behind.");
        return different == 0 ? 0 : 1;
    }

    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="request">The request to rehearse.</param>
    /// <param name="runs">How often.</param>
    /// <param name="atOnce">How many at the same time.</param>
    /// <param name="options">Of <c>rehearse</c>; without any, no drills are held.</param>
    public static int Run(string program, string request, int runs, int atOnce, IReadOnlyList<string> options)
    {
        var before = Remains();
        var (times, verdicts) = (new ConcurrentBag<double>(), new ConcurrentDictionary<string, int>());
        var order = Partitioner.Create(Enumerable.Range(1, runs), EnumerablePartitionerOptions.NoBuffering);
        _ = Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, run =>
        {
            var watch = Stopwatch.StartNew();
            var verdict = Rehearse(program, request, options.Count == 0 ? ["--skip-drills"] : options);
            times.Add(watch.Elapsed.TotalSeconds);
            if (verdicts.AddOrUpdate(verdict, 1, (_, count) => count + 1) == 1)
            {
                Console.WriteLine($"run {run}: {verdict[..Math.Min(400, verdict.Length)]}");
            }
        });

        var left = Remains().Except(before).ToList();
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{runs} runs, {atOnce} at once: {sorted[runs / 2]:0.0} s in the middle, {sorted[0]:0.0} to {sorted[^1]:0.0} s; {verdicts.Count} different verdicts ({string.Join(" + ", verdicts.Values)}); left behind: {(left.Count == 0 ? "nothing" : string.Join(", ", left))}"));
        return verdicts.Count == 1 && left.Count == 0 ? 0 : 1;
    }

    // What failed comes first: it is what differs.
    private static string Rehearse(string program, string request, IReadOnlyList<string> options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "rehearse", request, .. options, "--format", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (report.Length == 0)
        {
            return $"exit {process.ExitCode}: {error.Result.Trim()}";
        }

        var json = JsonNode.Parse(report)!;
        var (checks, drills) = (json["checks"]!.AsArray(), json["drills"]!.AsArray());
        var failed = checks.Where(Failed).Select(check => $"{check!["group"]} {check["name"]}: {check["seen"]}").Concat(drills.Where(Failed).Select(drill => $"{drill!["name"]}: {drill["outcome"]}"));
        return $"exit {process.ExitCode}, {checks.Count} checks, {drills.Count} drills; failed: {string.Join("; ", failed.DefaultIfEmpty("none"))}; "
            + string.Join("; ", checks.Select(check => $"{check!["group"]} {check["name"]}").Concat(drills.Select(drill => $"{drill!["name"]}")));
    }

    private static bool Failed(JsonNode? each) => !each!["passed"]!.GetValue<bool>();

    private static HashSet<string> Remains() =>
    [
        .. Process.GetProcesses().Where(process => Programs.Contains(process.ProcessName)).Select(process => $"process {process.ProcessName} {process.Id}"),
        .. Entries("/run/netns").Select(name => $"namespace {name}"),
        .. Entries("/sys/class/net").Select(name => $"interface {name}"),
        .. Entries(Path.GetTempPath()).Where(name => name.StartsWith("s2svpn-run-", StringComparison.Ordinal)).Select(name => $"temporary {name}"),
    ];

    private static IEnumerable<string> Entries(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)) : [];
}
