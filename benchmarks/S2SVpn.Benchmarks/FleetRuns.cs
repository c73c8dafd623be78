using System.Globalization;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;

namespace S2SVpn.Benchmarks;

/// <summary>A fleet with stacks for each site: its synth, the first apply of all, and the plan of one site that changes.</summary>
internal sealed class FleetRuns(string program, int sites) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s2svpn-benchmark-");

    private string Output => Path.Combine(_folder.FullName, "cdktf.out");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="sizes">How many sites, of both clouds together; the fewest first.</param>
    /// <param name="limit">How many times as long as with the fewest sites the plan of one may take. A synth may grow with the sites, and no faster.</param>
    public static async Task<int> RunAsync(string program, IReadOnlyList<int> sizes, double? limit)
    {
        Console.WriteLine("| sites | stacks | synth | memory | first apply of all | plan of a changed site |\n|---|---|---|---|---|---|");
        var measured = new List<(double Synth, double Plan)>();
        foreach (var size in sizes)
        {
            using var run = new FleetRuns(Path.GetFullPath(program), size);
            measured.Add(await run.MeasureAsync());
        }

        var (synth, plan, growth) = (measured[^1].Synth / measured[0].Synth, measured[^1].Plan / measured[0].Plan, (double)sizes[^1] / sizes[0]);
        if (limit is { } most && (plan > most || synth > growth))
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"With {growth:0.0} times as many sites the plan of a changed one takes {plan:0.0} times as long, and a synth {synth:0.0} times; at most {most:0.0} and {growth:0.0} are good."));
            return 1;
        }

        return 0;
    }

    private async Task<(double Synth, double Plan)> MeasureAsync()
    {
        var synth = Synthesize(443);
        var levels = Levels();
        await using var clouds = await SimulatedClouds.StartAsync();
        var environment = clouds.Environment.ToDictionary();
        environment["S2SVPN"] = $"dotnet {program}";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var level in levels)
        {
            await Parallel.ForEachAsync(level, (stack, _) =>
            {
                Require(Run("terraform", [$"-chdir={stack}", "init", "-input=false"], environment));
                Require(Run("terraform", [$"-chdir={stack}", "apply", "-input=false", "-auto-approve"], environment));
                return ValueTask.CompletedTask;
            });
        }

        var applied = watch.Elapsed.TotalSeconds;
        var earlier = Path.Combine(_folder.FullName, "earlier");
        Copy(Path.Combine(Output, "stacks"), Path.Combine(earlier, "stacks"));
        _ = Synthesize(8443);
        var plan = Run("sh", ["-c", $"node '{Path.GetFullPath(".github/scripts/stacks.mjs")}' plan plans --since '{earlier}' || [ $? -eq 2 ]"], environment);
        Require(plan);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {sites} | {levels.Sum(level => level.Count)} | {synth.Wall:0.0} s | {synth.Megabytes:0} MB | {applied:0} s | {plan.Wall:0.0} s |"));
        return (synth.Wall, plan.Wall);
    }

    private Measured Synthesize(int port)
    {
        File.WriteAllText(
            Path.Combine(_folder.FullName, "s2svpn.yaml"),
            LargeRequest.Write(sites / 2, sites / 2) + string.Create(CultureInfo.InvariantCulture, $"access:\n  - {{ from: aws-0, to: azure-0, tcp: {port} }}\nterraform: {{ stacks: per-site }}\n"));
        var measured = Run("dotnet", [program], new Dictionary<string, string>());
        Require(measured);
        return measured;
    }

    // The folders of the stacks, those first that read no other.
    private List<List<string>> Levels()
    {
        var stacks = JsonNode.Parse(File.ReadAllText(Path.Combine(Output, "manifest.json")))!["stacks"]!.AsObject();
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        int DepthOf(string name) => depth.TryGetValue(name, out var known) ? known
            : depth[name] = stacks[name]!["dependencies"]!.AsArray().Select(other => DepthOf((string)other!) + 1).DefaultIfEmpty(0).Max();
        return [.. stacks.Select(stack => stack.Key).GroupBy(DepthOf).OrderBy(level => level.Key).Select(level => level.Select(name => Path.Combine(Output, "stacks", name)).ToList())];
    }

    private Measured Run(string name, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        Measured.Of(new Contestant(name, name, arguments, _folder.FullName) { Environment = environment });

    private static void Require(Measured measured)
    {
        if (!measured.Succeeded)
        {
            throw new InvalidOperationException("A program that is measured failed.");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "cdk.tf.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
