using System.Globalization;
using System.Text.Json.Nodes;

namespace S2SVpn.Benchmarks;

/// <summary>What one waits for while one works with the project: its commands with the starter, and the tests of a rule after an edit.</summary>
internal sealed class CommandRuns : IDisposable
{
    private const string Rule = "src/S2SVpn.Design/Rules/Cross/AsnsDiffer.cs";
    private const string RuleCode = "X004";

    private readonly string _program;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s2svpn-benchmark-");

    private CommandRuns(string program) => _program = Path.GetFullPath(program);

    private string Request => Path.Combine(_folder.FullName, "s2svpn.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="program">The built S2SVpn.App.dll.</param>
    /// <param name="runs">How often each runs.</param>
    /// <param name="bounded">Whether it fails where one takes more than its bound.</param>
    public static int Run(string program, int runs, bool bounded)
    {
        // The build server and the compiler's stay between commands, as they do unless somebody turns them off.
        foreach (var name in new[] { "UseSharedCompilation", "MSBUILDDISABLENODEREUSE", "DOTNET_CLI_USE_MSBUILD_SERVER", "CI" })
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        using var all = new CommandRuns(program);
        File.Copy("s2svpn.yaml", all.Request);
        var contestants = all.Contestants();
        Console.WriteLine("| | wall | times the empty program | CPU | memory |\n|---|---|---|---|---|");
        // Once before, where something may have to be built.
        foreach (var contestant in contestants.Where(each => !each.Arguments.Contains(all._program)))
        {
            _ = all.Measure(contestant);
        }

        // In turn: what disturbs one run disturbs those beside it.
        var measured = Enumerable.Range(0, runs).Select(_ => contestants.ConvertAll(all.Measure)).ToList();
        var within = true;
        foreach (var (contestant, at) in contestants.Select((each, index) => (each, index)))
        {
            var own = measured.ConvertAll(round => round[at]);
            var times = Middle(measured.ConvertAll(round => round[at].Wall / round[0].Wall));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {contestant.Name} | {Middle(own.ConvertAll(run => run.Wall)):0.00} s ({own.Min(run => run.Wall):0.00} to {own.Max(run => run.Wall):0.00}) | {times:0.00} | {Middle(own.ConvertAll(run => run.Cpu)):0.00} s | {Middle(own.ConvertAll(run => run.Megabytes)):0} MB |"));
            if (bounded && times > contestant.AtMost)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contestant.Name} takes {times:0.00} times as long as the empty program, more than {contestant.AtMost}."));
                within = false;
            }
        }

        _ = Measured.Of(new Contestant("the servers' end", "dotnet", ["build-server", "shutdown"], "."));
        return within && measured.SelectMany(round => round).All(run => run.Succeeded) ? 0 : 1;
    }

    private List<Contestant> Contestants()
    {
        var other = Path.Combine(_folder.FullName, "other.yaml");
        File.WriteAllText(other, File.ReadAllText(Request).Replace("azure:\n", "azure:\n  gateway: { sku: VpnGw2AZ }\n", StringComparison.Ordinal));
        _ = Measured.Of(Own("synth", 0, "--force", Request));
        var stack = Directory.GetDirectories(Path.Combine(_folder.FullName, "cdktf.out", "stacks")).Single();
        var applied = "rm -rf *.tfstate* && terraform init && terraform apply -auto-approve";
        return
        [
            // First, as the others are told as times of it.
            new Contestant("dotnet run of an empty program", "dotnet", ["run"], Empty()),
            Own("check", 0.8, "check", Request),
            Own("explain", 0.9, "explain", Request),
            Own("synth, with --force", 1.6, "--force", Request),
            Own("synth, nothing changed", 0.2, Request),
            Own("diff, another SKU", 5, "diff", Request, other),
            Own("rehearse", 20, "rehearse", Request),
            new Contestant("offline: init and apply", "dotnet", [_program, "offline", "--", "sh", "-c", applied], stack) { AtMost = 1.5 },
            new Contestant("Terraform alone: init and apply, as many terraform_data", "sh", ["-c", applied], Data(stack)),
            DotnetRun(),
            new Contestant("npx cdktf --version", "npx", ["cdktf", "--version"], "."),
            new Contestant("npx cdktf synth, nothing changed", "npx", ["cdktf", "synth"], ".") { AtMost = 9 },
            new Contestant("the tests of a rule after an edit", "dotnet", ["test", "tests/S2SVpn.Design.Tests", "--filter", $"DisplayName~{RuleCode}"], ".") { AtMost = 14 },
        ];
    }

    private Contestant Own(string name, double atMost, params string[] arguments) => new(name, "dotnet", [_program, .. arguments], _folder.FullName) { AtMost = atMost };

    private Contestant DotnetRun() =>
        new("dotnet run, nothing changed", "dotnet", ["run", "--project", Path.GetFullPath("src/S2SVpn.App"), "--", Request], _folder.CreateSubdirectory("run").FullName) { AtMost = 3.3 };

    private string Empty()
    {
        var folder = _folder.CreateSubdirectory("empty").FullName;
        _ = Measured.Of(new Contestant("dotnet new", "dotnet", ["new", "console"], folder));
        return folder;
    }

    private string Data(string stack)
    {
        var resources = JsonNode.Parse(File.ReadAllText(Path.Combine(stack, "cdk.tf.json")))!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        var folder = _folder.CreateSubdirectory("data").FullName;
        var data = new JsonObject(Enumerable.Range(0, resources).Select(number => KeyValuePair.Create($"each-{number}", (JsonNode?)new JsonObject { ["input"] = number })));
        File.WriteAllText(Path.Combine(folder, "main.tf.json"), new JsonObject { ["resource"] = new JsonObject { ["terraform_data"] = data } }.ToJsonString());
        return folder;
    }

    // A file with another time is compiled again, as after an edit. What follows from it is made before anything else is measured.
    private Measured Measure(Contestant contestant)
    {
        if (contestant.Arguments is not ["test", ..])
        {
            return Measured.Of(contestant);
        }

        File.SetLastWriteTimeUtc(Rule, DateTime.UtcNow);
        var measured = Measured.Of(contestant);
        _ = Measured.Of(DotnetRun());
        return measured;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
