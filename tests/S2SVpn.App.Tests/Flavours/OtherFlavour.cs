using System.Text.Json.Nodes;
using S2SVpn.Design;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Flavours;

/// <summary>The program as it is built with the other flavour.</summary>
public sealed class OtherFlavour : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _program = "";

    public ValueMap<ProviderSchema> Schemas { get; private set; } = [];

    /// <summary>Why there is no such program; null where there is one.</summary>
    public string? Lack { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var project = Repository.File("src", "S2SVpn.App");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string[] flavour = [$"-p:Cdk={Flavour.Other}", $"-p:Configuration={configuration}"];
        var asked = await DotnetAsync(["msbuild", project, .. flavour, "-getProperty:TargetPath", "-getProperty:BindingsPackages"]);
        var properties = JsonNode.Parse(asked)!["Properties"]!;
        _program = (string)properties["TargetPath"]!;
        // To make the packages takes minutes; whoever has them wants this to be tested, and CI does.
        if (!File.Exists(_program) && Environment.GetEnvironmentVariable("CI") is not ("true" or "1"))
        {
            Lack = $"Needs the program of the other flavour: dotnet build src/S2SVpn.App -p:Cdk={Flavour.Other}";
            return;
        }

        await DotnetAsync(["build", project, .. flavour, "-p:RunAnalyzers=false", "-v:quiet", "-nologo", "-nodeReuse:false", "-p:RunAnalyzers=false"]);
        await using var schemas = File.OpenRead(Path.Combine((string)properties["BindingsPackages"]!, "schema.json"));
        Schemas = SchemaReader.Read(schemas);
    }

    /// <summary>An example as that program writes it.</summary>
    public async Task<IReadOnlyList<ExampleStack>> SynthesizeAsync(string name)
    {
        var folder = Directory.CreateDirectory(_folder[name]).FullName;
        var run = await Command.RunAsync(Command.Dotnet, [_program, Repository.File("examples", $"{name}.yaml")], folder);
        Assert.True(run.ExitCode == 0, $"{_program} {name}\n{run.Output}\n{run.Error}");
        return [.. Example.Read(name).Stacks.Select(stack => ExampleStack.Read(Path.Combine(folder, "cdktf.out", "stacks", stack.Name, "cdk.tf.json")))];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> DotnetAsync(string[] arguments)
    {
        // What runs these tests may have its own settings of MSBuild.
        var run = await Command.RunAsync(Command.Dotnet, arguments, Repository.Root, new Dictionary<string, string?> { ["Cdk"] = Flavour.Other });
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}\n{run.Error}");
        return run.Output;
    }
}
