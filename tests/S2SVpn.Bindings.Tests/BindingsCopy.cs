using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

/// <summary>A copy of bindings/ in which nothing was made yet, and a project that needs what it makes.</summary>
public sealed class BindingsCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BindingsCopy()
    {
        Directory.CreateDirectory(_folder["bindings"]);
        foreach (var file in Directory.EnumerateFiles(Repository.File("bindings")))
        {
            File.Copy(file, _folder["bindings", Path.GetFileName(file)]);
        }

        foreach (var flavour in Directory.EnumerateDirectories(Repository.File("bindings", "flavours")).Select(Path.GetFileName).OfType<string>())
        {
            Directory.CreateDirectory(_folder["bindings", "flavours", flavour]);
            foreach (var file in Directory.EnumerateFiles(Repository.File("bindings", "flavours", flavour)))
            {
                File.Copy(file, _folder["bindings", "flavours", flavour, Path.GetFileName(file)]);
            }
        }

        File.WriteAllText(_folder["needs.proj"], """
            <Project>
              <Import Project="bindings/bindings.props" />
              <Import Project="bindings/bindings.targets" />
              <Target Name="Show"><Message Importance="high" Text="key=$(BindingsKey)" /></Target>
            </Project>
            """);
    }

    public string Bindings => _folder["bindings"];

    public string Work => _folder["bindings", ".work"];

    /// <summary>The folders of finished packages: none, or one a key.</summary>
    public string[] Finished => Directory.Exists(_folder["bindings", "packages"]) ? Directory.GetDirectories(_folder["bindings", "packages"]) : [];

    /// <summary>Puts a short script in the builder's place, to test what is around it.</summary>
    public void ReplaceBuilder(string script) => File.WriteAllText(_folder["bindings", "build.mjs"], script);

    public Task<Command> PrepareAsync(IReadOnlyDictionary<string, string?>? environment = null) =>
        MSBuildAsync("PrepareBindings", environment);

    /// <summary>A line that makes the folder remember a flavour.</summary>
    public void Remember(string line) => File.WriteAllText(_folder[".cdk"], line);

    public async Task<string> KeyAsync()
    {
        var run = await MSBuildAsync("Show", null);
        return run.Output.Split("key=")[1].Trim();
    }

    public void Dispose() => _folder.Dispose();

    private Task<Command> MSBuildAsync(string target, IReadOnlyDictionary<string, string?>? environment) =>
        Command.RunAsync(
            Command.Dotnet, ["msbuild", _folder["needs.proj"], $"-t:{target}", "-nologo", "-tl:off"], _folder.Path,
            new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>()) { ["Cdk"] = null });
}
