using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>A synth of nothing new is spared, and only that.</summary>
public sealed class UpToDateTests : IDisposable
{
    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Synth_NothingNew_SaysSoAndTouchesNothing()
    {
        var stack = await FirstAsync(Starter);
        File.SetLastWriteTimeUtc(stack, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var again = await _program.RunAsync();

        Assert.Equal(0, again.ExitCode);
        Assert.Equal($"Up to date: {Path.Combine("cdktf.out", "stacks", "shop-dev", "cdk.tf.json")}.", again.Output.Split('\n')[0].TrimEnd());
        Assert.Equal(2020, File.GetLastWriteTimeUtc(stack).Year);
    }

    [Theory]
    [InlineData("its request")]
    [InlineData("its output")]
    [InlineData("its manifest, deleted")]
    [InlineData("its record, cut off")]
    [InlineData("CDKTF's context")]
    public async Task Synth_SomethingChanged_IsMade(string what)
    {
        var stack = await FirstAsync(Starter);
        var whole = await File.ReadAllTextAsync(stack, TestContext.Current.CancellationToken);

        Change(what, stack);
        var again = await _program.RunAsync();

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Wrote ", again.Output, StringComparison.Ordinal);
        Assert.Equal(whole, await File.ReadAllTextAsync(stack, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Synth_AVariableOfTheRequestChanged_IsMade()
    {
        await FirstAsync(Starter.Replace("environment: dev", "environment: ${env:STAGE:-dev}", StringComparison.Ordinal));

        var same = await _program.RunAsync([], new Dictionary<string, string?> { ["OTHER"] = "test" });
        var other = await _program.RunAsync([], new Dictionary<string, string?> { ["STAGE"] = "test" });

        Assert.Contains("Up to date", same.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("stacks", "shop-test", "cdk.tf.json"), other.Output, StringComparison.Ordinal);
        Assert.Contains("Wrote ", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synth_Force_IsMade()
    {
        await FirstAsync(Starter);

        Assert.Contains("Wrote ", (await _program.RunAsync("--force")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synth_NothingNewOfARequestWithFindings_TellsOfThem()
    {
        await FirstAsync(File.ReadAllText(Repository.File("examples", "lab-single-gateway.yaml")));

        var again = await _program.RunAsync();

        Assert.Contains("Up to date", again.Output, StringComparison.Ordinal);
        Assert.Contains("'check' shows a finding as before.", again.Output, StringComparison.Ordinal);
    }

    private async Task<string> FirstAsync(string request)
    {
        _program.Write("s2svpn.yaml", request);
        var first = await _program.RunAsync();
        Assert.Contains("Wrote ", first.Output, StringComparison.Ordinal);
        return Directory.GetFiles(_program["cdktf.out"], "cdk.tf.json", SearchOption.AllDirectories).Single();
    }

    private void Change(string what, string stack)
    {
        switch (what)
        {
            case "its request":
                _program.Write("s2svpn.yaml", $"{Starter}\n# A comment.\n");
                break;
            case "its output":
                File.AppendAllText(stack, " ");
                break;
            case "its manifest, deleted":
                File.Delete(_program["cdktf.out", "manifest.json"]);
                break;
            case "its record, cut off":
                var record = _program["cdktf.out", ".s2svpn"];
                File.WriteAllLines(record, File.ReadAllLines(record)[..^1]);
                break;
            default:
                _program.Write("cdktf.json", """{ "language": "csharp", "app": "true", "context": { "one": "two" } }""");
                break;
        }
    }
}
