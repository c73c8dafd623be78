using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>A rehearsal that is killed takes its processes with it.</summary>
public sealed class RehearseProcessTests : IDisposable
{
    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Rehearse_Killed_LeavesNoProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has labs.");
        _program.Write("s2svpn.yaml", Starter);
        using var rehearsal = _program.Start("rehearse", "--only", "tunnels", "drills");
        var lines = new List<string>();
        while (await rehearsal.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("tunnels: 4 of 4", StringComparison.Ordinal))
        {
            lines.Add(line);
            RehearseTests.SkipWhereItLacks(line);
        }

        var started = Descendants(rehearsal.Id);
        Assert.True(started.Count(IsCharon) == 8, string.Join('\n', lines));
        rehearsal.Kill();

        Assert.True(SpinWait.SpinUntil(() => !started.Exists(id => Directory.Exists($"/proc/{id}") && !IsDead(id)), TimeSpan.FromSeconds(10)), "Something of the lab is left.");
    }

    private static List<int> Descendants(int parent)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0)
            .ToDictionary(id => id, id => Stat(id) is [_, var above, ..] ? int.Parse(above, System.Globalization.CultureInfo.InvariantCulture) : 0);
        var found = new List<int>();
        for (var next = new List<int> { parent }; next.Count > 0; next = parents.Where(entry => next.Contains(entry.Value)).Select(entry => entry.Key).ToList())
        {
            found.AddRange(next);
        }

        return found;
    }

    private static bool IsCharon(int id) => File.Exists($"/proc/{id}/comm") && File.ReadAllText($"/proc/{id}/comm").Trim() == "charon";

    private static bool IsDead(int id) => Stat(id) is null or ["Z", ..];

    // What follows the name: the state, the parent, …
    private static string[]? Stat(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
