using System.Globalization;
using System.Text.Json.Nodes;

namespace S2SVpn.Benchmarks;

/// <summary>What one waits for while one works with the project: its commands with the starter, and the tests of a rule after an edit.</summary>
internal sealed class CommandRuns : IDisposable
{
    private const string Rule = "src/S2SVpn.Design/Rules/Cross/AsnsDiffer.cs";

    private readonly string _program;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s2svpn-benchmark-");

    private CommandRuns(string program) => _program = Path.GetFullPath(program);

    private string Request => Path.Combine(_folder.FullName, "s2svpn.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="runs">How often each runs.</param>
    public static int Run(string program, int runs)
    {
        using var all = new CommandRuns(program);
        File.Copy("s2svpn.yaml", all.Request);
        var contestants = all.Contestants();
        Console.WriteLine("| | wall | CPU | memory |\n|---|---|---|---|");
        foreach (var contestant in contestants)
        {
            _ = Measure(contestant);
        }

        // In turn: what disturbs one run disturbs those beside it.
        var measured = Enumerable.Range(0, runs).Select(_ => contestants.ConvertAll(Measure)).ToList();
        foreach (var (contestant, at) in contestants.Select((each, index) => (each, index)))
        {
            var own = measured.ConvertAll(round => round[at]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {contestant.Name} | {Middle(own.ConvertAll(run => run.Wall)):0.00} s ({own.Min(run => run.Wall):0.00} to {own.Max(run => run.Wall):0.00}) | {Middle(own.ConvertAll(run => run.Cpu)):0.00} s | {Middle(own.ConvertAll(run => run.Megabytes)):0} MB |"));
        }

        return measured.SelectMany(round => round).All(run => run.Succeeded) ? 0 : 1;
    }

    private List<Contestant> Contestants()
    {
        var other = Path.Combine(_folder.FullName, "other.yaml");
        File.WriteAllText(other, File.ReadAllText(Request).Replace("azure:\n", "azure:\n  gateway: { sku: VpnGw2AZ }\n", StringComparison.Ordinal));
        _ = Measured.Of(Own("synth", "--force", Request));
        var stack = Directory.GetDirectories(Path.Combine(_folder.FullName, "cdktf.out", "stacks")).Single();
        var applied = "rm -rf *.tfstate* && terraform init && terraform apply -auto-approve";
        return
        [
            Own("check", "check", Request),
            Own("explain", "explain", Request),
            Own("synth, with --force", "--force", Request),
            Own("synth, nothing changed", Request),
            Own("diff, another SKU", "diff", Request, other),
            Own("rehearse", "rehearse", Request),
            new Contestant("offline: init and apply", "dotnet", [_program, "offline", "--", "sh", "-c", applied], stack),
            new Contestant("Terraform alone: init and apply, as many terraform_data", "sh", ["-c", applied], Data(stack)),
            new Contestant("dotnet run, nothing changed", "dotnet", ["run", "--project", "src/S2SVpn.App", "--", Request], "."),
            new Contestant("npx cdktf synth, nothing changed", "npx", ["cdktf", "synth"], "."),
            new Contestant("the tests of a rule after an edit", "dotnet", ["test", "tests/S2SVpn.Design.Tests", "--filter", "FullyQualifiedName~RuleTests"], "."),
        ];
    }

    private Contestant Own(string name, params string[] arguments) => new(name, "dotnet", [_program, .. arguments], _folder.FullName);

    private string Data(string stack)
    {
        var resources = JsonNode.Parse(File.ReadAllText(Path.Combine(stack, "cdk.tf.json")))!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        var folder = _folder.CreateSubdirectory("data").FullName;
        var data = new JsonObject(Enumerable.Range(0, resources).Select(number => KeyValuePair.Create($"each-{number}", (JsonNode?)new JsonObject { ["input"] = number })));
        File.WriteAllText(Path.Combine(folder, "main.tf.json"), new JsonObject { ["resource"] = new JsonObject { ["terraform_data"] = data } }.ToJsonString());
        return folder;
    }

    // A file with another time is compiled again, as after an edit.
    private static Measured Measure(Contestant contestant)
    {
        if (contestant.Arguments is ["test", ..])
        {
            File.SetLastWriteTimeUtc(Rule, DateTime.UtcNow);
        }

        return Measured.Of(contestant);
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
