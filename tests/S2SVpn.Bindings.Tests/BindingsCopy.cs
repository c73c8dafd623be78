using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

/// <summary>A copy of bindings/ in which nothing was made yet, and a project that needs what it makes.</summary>
public sealed class BindingsCopy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public BindingsCopy()
    {
        Directory.CreateDirectory(folder["bindings"]);
        foreach (var file in Directory.EnumerateFiles(Repository.File("bindings")))
        {
            File.Copy(file, folder["bindings", Path.GetFileName(file)]);
        }

        File.WriteAllText(folder["needs.proj"], """
            <Project>
              <Import Project="bindings/bindings.props" />
              <Import Project="bindings/bindings.targets" />
              <Target Name="Show"><Message Importance="high" Text="key=$(BindingsKey)" /></Target>
            </Project>
            """);
    }

    public string Bindings => folder["bindings"];

    public string Work => folder["bindings", ".work"];

    /// <summary>The folders of finished packages: none, or one a key.</summary>
    public string[] Finished => Directory.Exists(folder["bindings", "packages"]) ? Directory.GetDirectories(folder["bindings", "packages"]) : [];

    /// <summary>Puts a short script in the builder's place, to test what is around it.</summary>
    public void ReplaceBuilder(string script) => File.WriteAllText(folder["bindings", "build.mjs"], script);

    public Task<Command> PrepareAsync(IReadOnlyDictionary<string, string?>? environment = null) =>
        MSBuildAsync("PrepareBindings", environment);

    public async Task<string> KeyAsync()
    {
        var run = await MSBuildAsync("Show", null);
        return run.Output.Split("key=")[1].Trim();
    }

    public void Dispose() => folder.Dispose();

    private Task<Command> MSBuildAsync(string target, IReadOnlyDictionary<string, string?>? environment) =>
        Command.RunAsync(Dotnet, ["msbuild", folder["needs.proj"], $"-t:{target}", "-nologo", "-tl:off"], folder.Path, environment);

    // The real file and not a link to it: a test may take every other folder out of PATH.
    private static string Dotnet { get; } = ResolveDotnet();

    private static string ResolveDotnet()
    {
        var found = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Command.Find("dotnet")!;
        return new FileInfo(found).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found;
    }
}
