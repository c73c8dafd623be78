using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace S2SVpn.Benchmarks;

/// <summary>Rehearsals one after the other: their times, whether they all say the same, and whether they leave anything behind.</summary>
internal static class RehearsalRuns
{
    private static readonly string[] Programs = ["charon", "bird", "unshare"];

    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="request">The request to rehearse.</param>
    /// <param name="runs">How often.</param>
    public static int Run(string program, string request, int runs)
    {
        var before = Remains();
        var times = new List<double>();
        var verdicts = new HashSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var verdict = Rehearse(program, request);
            times.Add(watch.Elapsed.TotalSeconds);
            if (verdicts.Add(verdict))
            {
                Console.WriteLine($"run {run + 1}: {verdict[..Math.Min(200, verdict.Length)]}");
            }
        }

        var left = Remains().Except(before).ToList();
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{runs} runs: {times[runs / 2]:0.0} s in the middle, {times[0]:0.0} to {times[^1]:0.0} s; {verdicts.Count} different verdicts; left behind: {(left.Count == 0 ? "nothing" : string.Join(", ", left))}"));
        return verdicts.Count == 1 && left.Count == 0 ? 0 : 1;
    }

    // What every check found, without the seconds it took.
    private static string Rehearse(string program, string request)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "rehearse", request, "--skip-drills", "--format", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var checks = JsonNode.Parse(report)?["checks"]?.AsArray() ?? [];
        return $"{checks.Count} checks, exit {process.ExitCode}: " + string.Join("; ", checks.Select(check => $"{check!["group"]} {check["name"]} {check["passed"]}"));
    }

    private static HashSet<string> Remains() =>
    [
        .. Process.GetProcesses().Where(process => Programs.Contains(process.ProcessName)).Select(process => $"process {process.ProcessName} {process.Id}"),
        .. Entries("/run/netns").Select(name => $"namespace {name}"),
        .. Entries("/sys/class/net").Select(name => $"interface {name}"),
        .. Entries(Path.GetTempPath()).Where(name => name.StartsWith("s2svpn-", StringComparison.Ordinal)).Select(name => $"temporary {name}"),
    ];

    private static IEnumerable<string> Entries(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)) : [];
}
