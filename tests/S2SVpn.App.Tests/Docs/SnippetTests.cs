using System.Text.RegularExpressions;
using S2SVpn.App.Tests.Changes;
using S2SVpn.Design.Findings;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

/// <summary>Requests and C# that the pages show: read by the reader, checked by the rules, compiled.</summary>
public sealed class SnippetTests
{
    private const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/";

    // What bash completes is in the tests of verbs.
    private static readonly string[] Languages = ["", "sh", "bash", "yaml", "csharp"];

    // What a part is joined to where that isn't the starter.
    private static readonly Dictionary<string, string> Bases = new(StringComparer.Ordinal) { ["docs/routing.md"] = BaseRequests.ExistingVnet };

    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    public static TheoryData<string> Yaml => Of("yaml");

    public static TheoryData<string> CSharp => Of("csharp");

    [Fact]
    public void Blocks_All_AreOfALanguageThatATestReads() =>
        Assert.All(DocPage.All.SelectMany(page => page.Blocks), block => Assert.True(Languages.Contains(block.Language), $"{block} is {block.Language}: none of these tests reads that."));

    // A part of a request is joined to the starter.
    [Theory]
    [MemberData(nameof(Yaml))]
    public async Task Yaml_OfAPage_IsARequestWithoutErrors(string place)
    {
        var block = Find(place);
        var code = Regex.Replace(block.Code, "/subscriptions/…/", Group);
        using var folder = new TemporaryFolder();
        var isWhole = code.StartsWith("name:", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder["s2svpn.yaml"], isWhole ? code : Bases.GetValueOrDefault(block.Page.Name, Starter).With(code), TestContext.Current.CancellationToken);

        var request = CheckedRequest.Read(folder["s2svpn.yaml"]);

        Assert.True(request.IsGood, $"{place}:\n{request.Text(100, color: false)}");
        Assert.DoesNotContain(request.Findings, finding => finding.Level == FindingLevel.Error);
    }

    [Theory]
    [MemberData(nameof(CSharp))]
    public async Task CSharp_OfAPage_Compiles(string place)
    {
        using var folder = new TemporaryFolder();
        var code = Flavour.InItsWords(Find(place).Code);
        await File.WriteAllTextAsync(folder["Snippet.cs"], code.Contains("class ", StringComparison.Ordinal) ? code : $$"""
            using Constructs;
            using {{Flavour.Namespace}};
            using S2SVpn.Constructs;
            using S2SVpn.Constructs.Aws;
            using S2SVpn.Constructs.Azure;
            using S2SVpn.Design.Planning;

            internal sealed class Snippet : TerraformStack
            {
                public Snippet(Construct scope, string id, ConnectivityPlan plan, PreSharedKeys keys) : base(scope, id)
                {
                    {{code}}
                }
            }
            """, TestContext.Current.CancellationToken);
        var sdk = Directory.EnumerateDirectories(Path.Combine(Path.GetDirectoryName(Command.Dotnet)!, "sdk")).Where(one => File.Exists(Path.Combine(one, "Roslyn", "bincore", "csc.dll"))).Max()!;
        var references = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Append(typeof(object).Assembly.Location).Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")).DistinctBy(Path.GetFileName).Where(file => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(folder["csc.rsp"], ["-target:library", "-nullable+", "-nologo", $"-out:\"{folder["Snippet.dll"]}\"", .. references.Select(file => $"-r:\"{file}\""), $"\"{folder["Snippet.cs"]}\""], TestContext.Current.CancellationToken);

        var run = await Command.RunAsync(Command.Dotnet, [Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"), "-noconfig", $"@{folder["csc.rsp"]}"], folder.Path);

        Assert.True(run.ExitCode == 0, $"{place}:\n{run.Output}{run.Error}");
    }

    internal static DocBlock Find(string place) => DocPage.All.SelectMany(page => page.Blocks).Single(block => $"{block}" == place);

    internal static TheoryData<string> Of(string language) => [.. DocPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == language).Select(block => $"{block}")];
}
