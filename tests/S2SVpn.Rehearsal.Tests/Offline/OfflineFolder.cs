using System.Diagnostics;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

/// <summary>A folder, and commands in it that run against simulated clouds, each in a process of its own.</summary>
public sealed class OfflineFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string this[params string[] parts] => _folder[parts];

    /// <summary>The file that keeps the clouds from one run to the next.</summary>
    public string? Store { get; init; }

    public bool RealAws { get; init; }

    public string? Faults { get; init; }

    public Task<Command> RunAsync(params IEnumerable<string> command) => Command.RunAsync(Command.Dotnet, Arguments(command), Path, Environment);

    // A shell starts what it runs in the background with Ctrl-C ignored, and so does all that comes of it; these tests send it.
    public Process Start(params IEnumerable<string> command) => OperatingSystem.IsLinux()
        ? Command.Start("env", ["--default-signal=INT", Command.Dotnet, .. Arguments(command)], Path, Environment)
        : Command.Start(Command.Dotnet, Arguments(command), Path, Environment);

    public void Dispose() => _folder.Dispose();

    private string[] Arguments(IEnumerable<string> command) =>
    [
        typeof(Program).Assembly.Location, "offline", Store is null ? "-" : _folder[Store], RealAws ? "aws" : "-", Faults ?? "-", .. command,
    ];

    private Dictionary<string, string?> Environment => new()
    {
        ["TMPDIR"] = Directory.CreateDirectory(_folder["tmp"]).FullName,
        ["NO_COLOR"] = "1",
        ["FORCE_COLOR"] = "0",
    };
}
