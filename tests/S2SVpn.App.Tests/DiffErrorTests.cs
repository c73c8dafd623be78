using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>What the program says of what it can't compare.</summary>
public sealed class DiffErrorTests : IDisposable
{
    private const string Starter = """
        name: shop
        owner: net@example.com
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        access: [{ from: azure, to: aws, tcp: 443 }]
        """;

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Diff_OfARequestWithErrors_SaysSo()
    {
        var run = await DiffAsync(Starter, Starter.Replace("10.1.0.0/16", "10.2.0.0/16"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("X001", run.Error);
    }

    [Theory]
    [InlineData("give two requests", "diff", "before.yaml")]
    [InlineData("give two requests", "diff", "before.yaml", "after.yaml", "--plan", "before.yaml")]
    [InlineData("This is not a Terraform plan", "diff", "--plan", "before.yaml")]
    [InlineData("missing.json", "diff", "--plan", "missing.json")]
    public async Task Diff_OfWhatIsNoChange_IsAnErrorInASentence(string error, params string[] arguments)
    {
        _program.Write("before.yaml", Starter);
        _program.Write("after.yaml", Starter);
        var run = await _program.RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: ", run.Error);
        Assert.Contains(error, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task Diff_WithoutTerraform_SaysWhatToInstall()
    {
        Directory.CreateDirectory(_program["bin"]);
        File.CreateSymbolicLink(_program["bin", "node"], Command.Find("node")!);
        _program.Write("before.yaml", Starter);
        var run = await _program.RunAsync(["diff", "before.yaml", "before.yaml"], new Dictionary<string, string?> { ["PATH"] = _program["bin"] });

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("^error: There is no 'terraform' in PATH.*install\\.\\s*$", run.Error);
    }

    private async Task<Command> DiffAsync(string before, string after, params string[] arguments)
    {
        Workbench.FindTerraform();
        _program.Write("before.yaml", before);
        _program.Write("after.yaml", after);
        return await _program.RunAsync(["diff", "before.yaml", "after.yaml", .. arguments]);
    }
}
