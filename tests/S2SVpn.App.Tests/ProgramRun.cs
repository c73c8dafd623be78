using System.Diagnostics;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>Runs the program as users do: a process of its own, in a folder of its own.</summary>
public sealed class ProgramRun : IDisposable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "S2SVpn.App.dll");

    private readonly TemporaryFolder _folder = new();

    public string this[params string[] parts] => _folder[parts];

    public void Write(string name, string text) => File.WriteAllText(_folder[name], text);

    public Task<Command> RunAsync(params string[] arguments) => RunAsync(arguments, environment: null);

    public Task<Command> RunAsync(string[] arguments, IReadOnlyDictionary<string, string?>? environment) =>
        Command.RunAsync(Command.Dotnet, [Assembly, .. arguments], _folder.Path, environment);

    public Process Start(params string[] arguments) => Start(arguments, environment: null);

    public Process Start(string[] arguments, IReadOnlyDictionary<string, string?>? environment) => OperatingSystem.IsLinux()
        // A shell starts what it runs in the background with Ctrl-C ignored, and so does all that comes of it.
        ? Command.Start("env", ["--default-signal=INT", Command.Dotnet, Assembly, .. arguments], _folder.Path, environment)
        : Command.Start(Command.Dotnet, [Assembly, .. arguments], _folder.Path, environment);

    public void Dispose() => _folder.Dispose();
}
