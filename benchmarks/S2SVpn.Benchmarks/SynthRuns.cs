using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;

namespace S2SVpn.Benchmarks;

/// <summary>The same resources by this project, by a CDKTF program in TypeScript, and as Terraform reads them, in turn.</summary>
internal sealed class SynthRuns : IDisposable
{
    private const string Slim = "TypeScript, slim modules";
    private const string Whole = "TypeScript, whole packages";

    private readonly string _program;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s2svpn-benchmark-");

    private SynthRuns(string program) => _program = Path.GetFullPath(program);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="runs">How often each runs.</param>
    /// <param name="links">How many links; one is the starter.</param>
    /// <param name="limit">How many times as long as the TypeScript program with the same modules a synth may take.</param>
    public static async Task<int> RunAsync(string program, int runs, IReadOnlyList<int> links, double? limit)
    {
        using var all = new SynthRuns(program);
        Console.WriteLine("| links | resources | | wall | CPU | memory | times as long |\n|---|---|---|---|---|---|---|");
        var worst = 0.0;
        foreach (var count in links)
        {
            worst = Math.Max(worst, await all.CompareAsync(count, runs));
        }

        if (limit is { } most && worst > most)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A synth takes {worst:0.0} times as long as the TypeScript program with the same modules; at most {most:0.0} are good."));
            return 1;
        }

        return 0;
    }

    private async Task<double> CompareAsync(int links, int runs)
    {
        var request = links == 1 ? Path.GetFullPath("s2svpn.yaml") : Path.Combine(_folder.FullName, $"{links}.yaml");
        if (links > 1)
        {
            await File.WriteAllTextAsync(request, LargeRequest.Write(links, links));
        }

        var own = new Contestant("this project", "dotnet", [_program, "--force", request], _folder.CreateSubdirectory($"own-{links}").FullName);
        _ = Measured.Of(own);
        var json = Directory.GetFiles(own.Folder, "cdk.tf.json", SearchOption.AllDirectories).Single();
        List<Contestant> contestants = [own, .. Programs(json, links)];
        await using var clouds = await SimulatedClouds.StartAsync();
        if (InitializedFor(json, clouds, links) is { } validate)
        {
            contestants.Add(validate);
        }

        // In turn: what disturbs one run disturbs those beside it.
        var measured = Enumerable.Range(0, runs).Select(_ => contestants.ConvertAll(Measured.Of)).ToList();
        var resources = JsonNode.Parse(await File.ReadAllTextAsync(json))!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        var ratio = 0.0;
        foreach (var (contestant, at) in contestants.Select((each, index) => (each, index)))
        {
            var own1 = measured.ConvertAll(round => round[at]);
            var times = Middle(measured.ConvertAll(round => round[0].Wall / round[at].Wall));
            ratio = contestant.Name == Slim ? times : ratio;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {links} | {resources} | {contestant.Name} | {Middle(own1.ConvertAll(run => run.Wall)):0.00} s ({own1.Min(run => run.Wall):0.00} to {own1.Max(run => run.Wall):0.00}) | {Middle(own1.ConvertAll(run => run.Cpu)):0.00} s | {Middle(own1.ConvertAll(run => run.Megabytes)):0} MB | {(at == 0 ? "" : $"{times:0.00}")} |"));
        }

        return ratio;
    }

    private IEnumerable<Contestant> Programs(string json, int links)
    {
        var source = Path.Combine("benchmarks", "typescript", "main.mjs");
        var slim = Path.Combine(SlimModules(), "main.mjs");
        File.Copy(source, slim, overwrite: true);
        if (Directory.Exists(Path.Combine("benchmarks", "typescript", "node_modules")))
        {
            yield return new Contestant(Whole, "node", [Path.GetFullPath(source), json, "whole"], _folder.CreateSubdirectory($"whole-{links}").FullName);
        }

        yield return new Contestant(Slim, "node", [slim, json, "slim"], _folder.CreateSubdirectory($"slim-{links}").FullName);
    }

    // The C# packages carry the npm modules that they call.
    private string SlimModules()
    {
        var modules = Path.Combine(_folder.FullName, "slim");
        if (Directory.Exists(modules))
        {
            return modules;
        }

        foreach (var assembly in Directory.GetFiles(Path.GetDirectoryName(_program)!, "*.dll").Where(file => Path.GetFileName(file) is "Constructs.dll" || Path.GetFileName(file).StartsWith("HashiCorp.Cdktf", StringComparison.Ordinal)).Select(Assembly.LoadFile))
        {
            var name = assembly.GetManifestResourceNames().Single(each => each.EndsWith(".tgz", StringComparison.Ordinal));
            using var unzipped = new GZipStream(assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress);
            var unpacked = _folder.CreateSubdirectory($"unpacked-{assembly.GetName().Name}").FullName;
            TarFile.ExtractToDirectory(unzipped, unpacked, overwriteFiles: true);
            var package = Path.Combine(unpacked, "package");
            var module = Path.Combine([modules, "node_modules", .. ((string)JsonNode.Parse(File.ReadAllText(Path.Combine(package, "package.json")))!["name"]!).Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(module)!);
            Directory.Move(package, module);
        }

        return modules;
    }

    // The floor: Terraform reads the same, and checks it against the providers' schemas.
    private Contestant? InitializedFor(string json, SimulatedClouds clouds, int links)
    {
        var folder = _folder.CreateSubdirectory($"terraform-{links}").FullName;
        File.Copy(json, Path.Combine(folder, "cdk.tf.json"));
        var validate = new Contestant("terraform validate", "terraform", ["validate"], folder) { Environment = clouds.Environment };
        return Measured.Of(validate with { Arguments = ["init", "-backend=false"] }).Succeeded ? validate : null;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
