using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>A VPN that runs in one stack goes on in stacks for each site, by the commands that 'move' prints.</summary>
public sealed class MoveTests : IDisposable
{
    private const string Sites = """
        name: fleet
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
        azure:
          west: { location: westeurope, network: 10.1.0.0/16 }

        """;

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Move_OfADeployedStack_LeavesNothingToChange()
    {
        await using var bench = await DeployAsync();
        _program.Write("fleet.yaml", Sites + "terraform: { stacks: per-site }");

        var moved = await _program.RunAsync(["move", "fleet.yaml", "--states", "states/fleet.tfstate"], bench.Environment);

        Assert.True(moved.ExitCode == 0, moved.Error);
        Assert.Contains("Wrote 3 states to moved. ", moved.Output);
        Directory.Move(_program["cdktf.out"], _program["before"]);
        await DoAsync(bench, "synth", Command.Dotnet, [Path.Combine(AppContext.BaseDirectory, "S2SVpn.App.dll"), "fleet.yaml"]);
        var commands = moved.Output.Split("Next, after a synth of this request:\n")[1].Split("  npx ")[0];
        await DoAsync(bench, "push", "sh", ["-ec", commands]);
        foreach (var stack in new[] { "fleet-azure-gateways-west", "fleet-aws-frankfurt", "fleet-azure-connections-west" })
        {
            var folder = $"-chdir=cdktf.out/stacks/{stack}";
            var plan = await DoAsync(bench, stack, "terraform", [folder, "plan", "-input=false", "-no-color", "-out=move.tfplan"]);
            Assert.Contains("You can apply this plan to save these new output values", plan.Output);
            await DoAsync(bench, stack, "terraform", [folder, "apply", "-input=false", "move.tfplan"]);
        }
    }

    [Fact]
    public async Task Move_WithAnotherChange_NamesWhatHasNoPlace()
    {
        await using var bench = await DeployAsync();
        _program.Write("other.yaml", Sites.Replace("west:", "north:") + "terraform: { stacks: per-site }");

        var moved = await _program.RunAsync(["move", "other.yaml", "--states", "states/fleet.tfstate"], bench.Environment);

        Assert.Equal(1, moved.ExitCode);
        Assert.Matches("No stack of other.yaml has (aws|azurerm)_", moved.Error);
        Assert.Contains("Change nothing but terraform.stacks in this step", moved.Error);
        Assert.False(Directory.Exists(_program["moved"]));
    }

    [Theory]
    [InlineData("no state", "states.tfstate is not a Terraform state")]
    [InlineData("""{ "version": 3, "resources": [] }""", "states.tfstate is not a state of Terraform 0.12 or later")]
    [InlineData("""{ "version": 4, "resources": [] }""", "There is no resource in these states.")]
    public async Task Move_OfWhatIsNoState_SaysSo(string text, string message)
    {
        _program.Write("fleet.yaml", Sites + "terraform: { stacks: per-site }");
        _program.Write("states.tfstate", text);

        var moved = await _program.RunAsync("move", "fleet.yaml", "--states", "states.tfstate");

        Assert.Equal(1, moved.ExitCode);
        Assert.Contains(message, moved.Error);
    }

    [Fact]
    public async Task Move_IntoAFolderThatHasSomething_LeavesIt()
    {
        _program.Write("fleet.yaml", Sites + "terraform: { stacks: per-site }");
        _program.Write("states.tfstate", """{ "version": 4, "resources": [] }""");
        Directory.CreateDirectory(_program["moved", "anything"]);

        var moved = await _program.RunAsync("move", "fleet.yaml", "--states", "states.tfstate");

        Assert.Equal(1, moved.ExitCode);
        Assert.Contains("moved is not empty", moved.Error);
    }

    private async Task<Workbench> DeployAsync()
    {
        Workbench.FindTerraform();
        var bench = await Workbench.StartAsync("{}");
        _program.Write("s2svpn.yaml", Sites);
        await DoAsync(bench, "synth", Command.Dotnet, [Path.Combine(AppContext.BaseDirectory, "S2SVpn.App.dll")]);
        await DoAsync(bench, "init", "terraform", ["-chdir=cdktf.out/stacks/fleet", "init", "-input=false"]);
        await DoAsync(bench, "apply", "terraform", ["-chdir=cdktf.out/stacks/fleet", "apply", "-input=false", "-auto-approve"]);
        Directory.CreateDirectory(_program["states"]);
        _program.Write("states/fleet.tfstate", (await DoAsync(bench, "pull", "terraform", ["-chdir=cdktf.out/stacks/fleet", "state", "pull"])).Output);
        return bench;
    }

    private async Task<Command> DoAsync(Workbench bench, string what, string program, string[] arguments)
    {
        var run = await Command.RunAsync(program, arguments, _program[""], bench.Environment);
        Assert.True(run.ExitCode == 0, $"{what}: {run.Output}{run.Error}");
        return run;
    }
}
