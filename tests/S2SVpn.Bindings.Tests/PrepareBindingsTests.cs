using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

public sealed class PrepareBindingsTests : IDisposable
{
    private const string QuickBuilder = """
        import { appendFileSync, mkdirSync } from "node:fs";
        import { parseArgs } from "node:util";
        const { values } = parseArgs({ strict: false, options: { out: { type: "string" } } });
        appendFileSync(new URL("runs", import.meta.url), "run\n");
        await new Promise((done) => setTimeout(done, 1500));
        mkdirSync(values.out, { recursive: true });
        """;

    private readonly BindingsCopy _bindings = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _bindings.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Prepare_WithoutNode_SaysToInstallIt()
    {
        var run = await _bindings.PrepareAsync(new Dictionary<string, string?> { ["PATH"] = _folder.Path });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Node.js was not found", run.Output);
        Assert.Contains("Install Node.js 22 or later", run.Output);
        Assert.Single(Errors(run));
    }

    [Fact]
    public async Task Prepare_WithOldNode_SaysWhichToInstall()
    {
        var node = _folder["node"];
        File.WriteAllText(node, "#!/bin/sh\necho v18.20.0\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        else
        {
            Assert.Skip("The stand-in for an old Node.js is a shell script.");
        }

        var run = await _bindings.PrepareAsync(new Dictionary<string, string?> { ["PATH"] = _folder.Path });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Node.js v18.20.0 is too old", run.Output);
        Assert.Single(Errors(run));
    }

    [Fact]
    public async Task Prepare_RegistryOutOfReach_SaysWhatToCheckAndLeavesNothing()
    {
        var run = await _bindings.PrepareAsync(new Dictionary<string, string?>
        {
            ["npm_config_registry"] = "http://127.0.0.1:9/",
            ["npm_config_cache"] = _folder["cache"],
            ["npm_config_fetch_retries"] = "0",
        });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("npm can't reach its registry", run.Output);
        Assert.Single(Errors(run));
        Assert.Empty(_bindings.Finished);
        Assert.Empty(Directory.GetDirectories(_bindings.Work));
    }

    [Fact]
    public async Task Prepare_DiskFull_SaysSoAndLeavesNothing()
    {
        var unshare = Command.Find("unshare");
        Assert.SkipWhen(unshare is null, "A small disk is made with 'unshare' and a mount, which this machine does not have.");
        var script = $"mount -t tmpfs -o size=32k small '{_folder.Path}' && exec node build.mjs --suffix=-x --out='{_folder["packages"]}' --work='{_folder["work"]}'";
        string[] isolate = Environment.UserName == "root" ? ["--mount"] : ["--map-root-user", "--mount"];
        var probe = await Command.RunAsync(unshare, [.. isolate, "true"], _folder.Path);
        Assert.SkipWhen(probe.ExitCode != 0, $"This user can't make a mount of its own: {probe.Error.Trim()}");

        var run = await Command.RunAsync(unshare, [.. isolate, "sh", "-c", script], _bindings.Bindings);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("problem: The disk is full.", run.Error);
    }

    [Fact]
    public async Task Prepare_TwoAtOnce_BuildsOnce()
    {
        _bindings.ReplaceBuilder(QuickBuilder);

        var runs = await Task.WhenAll(_bindings.PrepareAsync(), _bindings.PrepareAsync());

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Single(_bindings.Finished);
        Assert.Equal("run\n", File.ReadAllText(Path.Combine(_bindings.Bindings, "runs")));
        // The other one says that it waits, unless it came when all was done.
        Assert.All(runs.Where(run => !run.Output.Contains("done in", StringComparison.Ordinal)), run => Assert.True(run.Output.Trim().Length == 0 || run.Output.Contains("waiting for it", StringComparison.Ordinal), run.Output));
    }

    [Fact]
    public async Task Prepare_Again_StartsNothing()
    {
        _bindings.ReplaceBuilder(QuickBuilder);
        await _bindings.PrepareAsync();

        var again = await _bindings.PrepareAsync();

        Assert.Equal(0, again.ExitCode);
        Assert.Equal("run\n", File.ReadAllText(Path.Combine(_bindings.Bindings, "runs")));
        Assert.DoesNotContain("Making", again.Output);
    }

    [Fact]
    public async Task Prepare_StoppedHalfWay_LeavesNoPackagesAndTheNextCleansUp()
    {
        using (var build = Command.Start("node", ["build.mjs", "--suffix=-x", $"--out={_bindings.Bindings}/packages/x", $"--work={_bindings.Work}/x"], _bindings.Bindings))
        {
            await WaitForAsync(() => Directory.Exists(Path.Combine(_bindings.Work, "x", "node_modules")));
            build.Kill(entireProcessTree: true);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(Directory.Exists(Path.Combine(_bindings.Work, "x")));
        Assert.Empty(_bindings.Finished);

        var next = await _bindings.PrepareAsync(new Dictionary<string, string?>
        {
            ["npm_config_registry"] = "http://127.0.0.1:9/",
            ["npm_config_cache"] = _folder["cache"],
            ["npm_config_fetch_retries"] = "0",
        });

        Assert.NotEqual(0, next.ExitCode);
        Assert.Empty(Directory.GetDirectories(_bindings.Work));
    }

    [Fact]
    public async Task Prepare_FlavourUnknown_SaysWhichThereAre()
    {
        _bindings.Remember("pulumi\n");

        var run = await _bindings.PrepareAsync();

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Cdk is 'pulumi'. Write -p:Cdk=cdktf", run.Output);
    }

    [Theory]
    [InlineData("aws_no_such_thing", "has no resource aws_no_such_thing")]
    [InlineData("VpnConnection", "is not a Terraform type")]
    public async Task Prepare_ManifestWrong_NamesFileAndLine(string line, string problem)
    {
        File.WriteAllText(Path.Combine(_bindings.Bindings, "manifest.txt"), $"# only this\n{line}\n");

        var run = await _bindings.PrepareAsync();

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(problem, run.Output);
        Assert.Contains("manifest.txt:2: ", run.Output);
        Assert.Empty(_bindings.Finished);
    }

    private static string[] Errors(Command run) => [.. run.Output.Split('\n').Where(line => line.Contains("error "))];

    private static async Task WaitForAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 3000, "The builder did not get to the npm modules.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
