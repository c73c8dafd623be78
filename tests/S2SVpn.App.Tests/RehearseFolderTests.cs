using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>Rehearsals of what somebody edited in a deployed stack.</summary>
public sealed class RehearseFolderTests : IDisposable
{
    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private readonly ProgramRun _program = new();

    private string Stack => _program["cdktf.out", "stacks", "shop-dev"];

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Rehearse_OfAnEditThatBreaksATunnel_FindsAndExplainsIt()
    {
        await DeployAsync();
        Edit(configuration => First(configuration, "aws_vpn_connection")["tunnel1_phase1_encryption_algorithms"] = new JsonArray("AES128"));
        var before = Files();
        var run = await _program.RunAsync("rehearse", Stack, "--only", "tunnels", "routes", "flows");
        Skip(run);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("tunnels   3 of 4", run.Output);
        Assert.Contains("Not looked at: the routes of 2 of 8 ends of tunnels, because their tunnel or BGP session is not there.", run.Output);
        Assert.Contains("Not tried: flows over all tunnels, because other checks fail.", run.Output);
        Assert.Contains("The ends have no encryption for IKE in common.", run.Output);
        Assert.Contains("s2svpn.yaml:2:1: links[0].crypto.ike.encryption", run.Output);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Rehearse_OfAHarmlessEditInOneLine_Holds()
    {
        await DeployAsync();
        Edit(configuration => First(configuration, "aws_vpc")["tags"]!["Team"] = "network");
        var run = await _program.RunAsync("rehearse", "cdktf.out", "--skip-drills", "--only", "tunnels", "bgp", "routes");
        Skip(run);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("Edited, in 1 place (a check that passes need not have looked there):\n      aws_vpc.", run.Output);
        Assert.Contains(": tags.Team\n\nAll holds: 16 checks", run.Output);
    }

    [Fact]
    public async Task Rehearse_OfAnEditThatACloudRefuses_SaysSoInASentence()
    {
        await DeployAsync();
        Edit(configuration => First(configuration, "aws_subnet")["cidr_block"] = "10.99.0.0/24");
        var run = await _program.RunAsync("rehearse", Stack);
        Skip(run);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The simulated clouds refuse", run.Error);
        Assert.Contains("aws_subnet.", run.Error);
        Assert.True(run.Error.Length < 1500, run.Error);
    }

    [Fact]
    public async Task Rehearse_OfAFolderWithoutAStack_SaysWhatToGive()
    {
        _program.Write("s2svpn.yaml", Starter);
        Directory.CreateDirectory(_program["empty"]);
        var run = await _program.RunAsync("rehearse", "empty");
        Skip(run);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error: empty has neither a cdk.tf.json nor stacks/NAME/cdk.tf.json.", run.Error);
    }

    private static void Skip(Command run) => RehearseTests.SkipWhereItLacks(run.Error);

    private static JsonObject First(JsonObject configuration, string type) => configuration["resource"]![type]!.AsObject().First().Value!.AsObject();

    private async Task DeployAsync()
    {
        var terraform = Command.Find("terraform");
        Assert.SkipWhen(terraform is null, "Needs Terraform in PATH.");
        _program.Write("s2svpn.yaml", Starter);
        foreach (var command in new string[][] { [], ["offline", "--", terraform!, $"-chdir={Stack}", "init"], ["offline", "--", terraform!, $"-chdir={Stack}", "apply", "-auto-approve"] })
        {
            var run = await _program.RunAsync(command);
            Assert.True(run.ExitCode == 0, run.Output + run.Error);
        }
    }

    // Some editors, and all scripts, write it in one line.
    private void Edit(Action<JsonObject> edit)
    {
        var file = Path.Combine(Stack, "cdk.tf.json");
        var configuration = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        edit(configuration);
        File.WriteAllText(file, configuration.ToJsonString());
    }

    private string Files() => string.Join('\n', Directory.GetFiles(Stack, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}"));
}
