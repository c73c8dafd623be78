using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace S2SVpn.Benchmarks;

/// <summary>A program that is measured.</summary>
internal sealed record Contestant(string Name, string Program, IReadOnlyList<string> Arguments, string Folder)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How many times as long as the empty program it may take, where that is asked: twice what it takes with the program of a plain build.</summary>
    public double AtMost { get; init; } = double.PositiveInfinity;
}

/// <summary>What one run of a program took, with every process that it started. On Linux.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Cpu">Seconds of all processors.</param>
/// <param name="Megabytes">The most memory that was in use at a time.</param>
/// <param name="Succeeded">Whether it ended with 0.</param>
internal sealed partial record Measured(double Wall, double Cpu, double Megabytes, bool Succeeded)
{
    private const int Children = -1;

    public static Measured Of(Contestant contestant)
    {
        var start = new ProcessStartInfo(contestant.Program, contestant.Arguments) { WorkingDirectory = contestant.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in contestant.Environment)
        {
            start.Environment[name] = value;
        }

        var (before, watch, most) = (CpuOfChildren(), Stopwatch.StartNew(), 0.0);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.WaitForExit(20))
        {
            most = Math.Max(most, MegabytesOf(process.Id));
        }

        var wall = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine($"{contestant.Name} ended with {process.ExitCode}: {error.Result}{output.Result}");
        }

        return new Measured(wall, CpuOfChildren() - before, most, process.ExitCode == 0);
    }

    private static double MegabytesOf(int root)
    {
        var parents = Directory.GetDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => int.TryParse(name, out _))
            .Select(id => (Id: int.Parse(id, CultureInfo.InvariantCulture), Parent: Parent(id))).ToLookup(each => each.Parent, each => each.Id);
        var tree = new List<int> { root };
        for (var at = 0; at < tree.Count; at++)
        {
            tree.AddRange(parents[tree[at]]);
        }

        return tree.Sum(id => Fields($"/proc/{id}/statm") is [_, var resident, ..] ? long.Parse(resident, CultureInfo.InvariantCulture) : 0) * System.Environment.SystemPageSize / 1e6;
    }

    private static int Parent(string id) =>
        Fields($"/proc/{id}/stat") is { Length: > 0 } fields && Array.FindLastIndex(fields, field => field.EndsWith(')')) is >= 0 and var name ? int.Parse(fields[name + 2], CultureInfo.InvariantCulture) : 0;

    private static string[] Fields(string file)
    {
        try
        {
            return File.ReadAllText(file).Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static double CpuOfChildren()
    {
        _ = GetUsage(Children, out var usage);
        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
