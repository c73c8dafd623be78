using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>The library's two packages, packed once for all their tests.</summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string[] Projects = ["S2SVpn.Design", "S2SVpn.Constructs"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder that they are in, which is a NuGet source.</summary>
    public string Path => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        // Of what this test was built against: …/bin/{configuration}/{framework}/, with the flavour's folder before it.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var project in Projects)
        {
            await DotnetAsync(Repository.Root, "pack", Repository.File("src", project), "--no-build", "--no-restore", "-nodeReuse:false", $"-p:Cdk={Flavour.Name}", "-c", configuration, "-o", Path);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public IReadOnlyList<string> Files(string id)
    {
        using var package = Open(id);
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    public string Text(string id, string file)
    {
        using var package = Open(id);
        using var reader = new StreamReader(package.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public XElement Nuspec(string id) => XElement.Parse(Text(id, $"{id}.nuspec"));

    /// <summary>
    /// Puts the slim packages beside them, under the official versions and nothing else changed: what a restore from the
    /// sources of a user finds.
    /// </summary>
    public async Task AddOfficialVersionsAsync()
    {
        var properties = await DotnetAsync(
            Repository.Root, "msbuild", Repository.File("src", "S2SVpn.Constructs"), $"-p:Cdk={Flavour.Name}", "-getProperty:BindingsPackages", "-getProperty:CdktfVersionSuffix");
        var (from, suffix) = (
            (string)JsonNode.Parse(properties)!["Properties"]!["BindingsPackages"]!,
            (string)JsonNode.Parse(properties)!["Properties"]!["CdktfVersionSuffix"]!);
        // Without slim packages the official ones themselves have been restored.
        foreach (var slim in from.Length == 0 ? [] : Directory.GetFiles(from, "*.nupkg"))
        {
            var copy = _folder[System.IO.Path.GetFileName(slim).Replace(suffix, "", StringComparison.Ordinal)];
            File.Copy(slim, copy);
            using var package = ZipFile.Open(copy, ZipArchiveMode.Update);
            var nuspec = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
            using var content = nuspec.Open();
            var text = new StreamReader(content).ReadToEnd();
            content.SetLength(0);
            using var writer = new StreamWriter(content);
            writer.Write(text.Replace(suffix, "", StringComparison.Ordinal));
        }
    }

    /// <summary>Runs dotnet, which has to succeed.</summary>
    public static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var run = await Command.RunAsync(Command.Dotnet, arguments, folder);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}\n{run.Error}");
        return run.Output;
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Path, $"{id}.*.nupkg")));
}
