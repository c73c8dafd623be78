using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>When a machine of a pair moves the routes to itself.</summary>
public sealed class RouteGuardTests : IDisposable
{
    private const string Prelude = """
        import importlib.machinery, importlib.util, sys
        loader = importlib.machinery.SourceFileLoader("guard", sys.argv[1])
        guard = importlib.util.module_from_spec(importlib.util.spec_from_loader("guard", loader))
        loader.exec_module(guard)

        def run(passes, owner, well=(True, True), hears=True, dead=lambda owner: False, guards=None):
            "Two machines that look one after the other; the owner of the routes after each round."
            guards = guards or (guard.Guard(0), guard.Guard(1))
            seen = []
            for _ in range(passes):
                for index, one in enumerate(guards):
                    other = ("up" if well[1 - index] else "down") if hears else None
                    if well[index] is not None and one.decide(bool(well[index]), other if well[1 - index] is not None else None, {owner}, index, dead(owner)):
                        owner = index
                        one.took = True
                seen.append(owner)
            return seen, guards

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("both well, the first has them: they stay", "set(run(200, 0)[0])", "{0}")]
    [InlineData("the first is down: the second takes them, after some looks", "run(10, 0, well=(False, True))[0]", "[0, 0, 1, 1, 1, 1, 1, 1, 1, 1]")]
    [InlineData("the first is gone: the second takes them", "run(10, 0, well=(None, True))[0][-1]", "1")]
    [InlineData("neither is well: nobody moves anything", "set(run(50, 0, well=(False, False))[0])", "{0}")]
    [InlineData("the first is well again: it takes them back after a while, once", "(lambda seen: (seen[guard.BACK - 2], seen[guard.BACK - 1], set(seen[guard.BACK:])))(run(200, 1)[0])", "(1, 0, {0})")]
    [InlineData("a machine that comes and goes gets nothing", "set(sum((run(2, 1, well=(index % 2 == 0, True))[0] for index in range(20)), []))", "{1}")]
    [InlineData("neither hears the other: it ends with the first, and stays so", "set(run(200, 0, hears=False)[0][-190:])", "{0}")]
    [InlineData("neither hears the other, and the second had them: the same", "set(run(200, 1, hears=False)[0][-180:])", "{0}")]
    [InlineData("neither hears the other, then the first is gone and its routes lead nowhere: the second takes them", "(lambda first: run(20, 0, well=(None, True), hears=False, dead=lambda owner: owner == 0, guards=first[1])[0][-1])(run(50, 0, hears=False))", "1")]
    public async Task Guard_ByWhatItSees_MovesTheRoutes(string what, string expression, string expected) =>
        Assert.Equal((what, expected), (what, await RunAsync($"print({expression})")));

    [Fact]
    public async Task Guard_OfRoutesThatLeadToBoth_HasTheFirstPutThemTogether() =>
        Assert.Equal("True False", await RunAsync("""
            one, two = guard.Guard(0), guard.Guard(1)
            one.well = two.well = 5
            print(one.decide(True, "up", {0, 1}, 0, False), two.decide(True, "up", {0, 1}, 1, False))
            """));

    private async Task<string> RunAsync(string script)
    {
        Assert.SkipWhen(Command.Find("python3") is null, "There is no Python here.");
        var (test, program) = (_folder["test.py"], _folder["s2s-route"]);
        File.WriteAllText(test, Prelude + script + "\n");
        File.WriteAllText(program, Machines.Files("strongswan-pair", 0)["/usr/local/sbin/s2s-route"].Content);
        var run = await Command.RunAsync("python3", [test, program], _folder.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.TrimEnd();
    }
}
