using System.Text.RegularExpressions;
using S2SVpn.App.Commands;
using S2SVpn.App.Tests.Changes;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

/// <summary>Each command that the pages show is run as it is written, or stands below with the reason why it isn't.</summary>
public sealed partial class CommandTests : IDisposable
{
    private const string Program = "dotnet run --project src/S2SVpn.App";

    private static readonly Dictionary<string, string> NotRun = new(StringComparer.Ordinal)
    {
        ["dotnet test"] = "It is what runs this.",
        [$"{Program} -- rehearse"] = RunByRehearseTests,
        [$"{Program} -- rehearse --skip-drills"] = RunByRehearseTests,
        [$"{Program} -- rehearse other.yaml --format junit > rehearsal.xml"] = RunByRehearseTests,
        [$"{Program} -- rehearse cdktf.out/stacks/shop-dev"] = "RehearseFolderTests run it.",
        [$"{Program} -- rehearse cdktf.out --request shop.yaml"] = "RehearseFolderTests run it.",
        ["npx cdktf diff"] = NeedsClouds,
        ["npx cdktf deploy"] = NeedsClouds,
        ["dotnet run -p:Cdk=terrain --project src/S2SVpn.App"] = "ContinueTests build the program of the other flavour, and run it with every example.",
        ["dotnet test -p:Cdk=terrain"] = "It is what runs this with CDK Terrain.",
        ["npx cdktn diff"] = NeedsClouds,
        ["npx cdktn deploy"] = NeedsClouds,
        ["dotnet pack src/S2SVpn.Constructs -p:Cdk=terrain -o packages"] = "PackageTests pack it, where they run with CDK Terrain.",
        ["node bindings/raise.mjs terrain"] = "It builds and tests everything; RaiseTests compare the schemas.",
        [$"terraform show -json change.tfplan | {Program} -- diff --plan -"] = "It needs a plan of the real clouds; DiffTests give it a simulated one.",
        ["node .github/scripts/stacks.mjs plan plans"] = "StacksScriptTests run it.",
        ["node .github/scripts/stacks.mjs apply plans"] = "StacksScriptTests run it.",
        ["node .github/scripts/stacks.mjs plan plans --since before/cdktf.out"] = "StacksScriptTests run it.",
        ["npx cdktf deploy '*'"] = NeedsClouds,
        ["mkdir -m 700 states"] = RunByMoveTests,
        ["terraform -chdir=cdktf.out/stacks/shop-prod state pull > states/shop-prod.tfstate"] = RunByMoveTests,
        [$"{Program} -- move --states states/*.tfstate"] = RunByMoveTests,
        ["dotnet pack src/S2SVpn.Design -o packages"] = "PackageTests pack it, and build a program with the package.",
        ["dotnet pack src/S2SVpn.Constructs -o packages"] = "PackageTests pack it, and build a program with the package.",
        ["terraform output -raw ssh_private_key > probe.pem && chmod 600 probe.pem"] = "It needs a stack with test machines; OutputTests hold the output's name.",
        ["terraform output -raw checks"] = "It needs a stack with test machines; OutputTests hold the output's name.",
        ["az network vnet-gateway update --ids /subscriptions/…/virtualNetworkGateways/gw --set 'bgpSettings.bgpPeeringAddresses[0].customBgpIpAddresses=[\"169.254.21.2\",\"169.254.22.2\"]' --set 'bgpSettings.bgpPeeringAddresses[1].customBgpIpAddresses=[\"169.254.21.6\",\"169.254.22.6\"]'"] = NeedsClouds,
    };

    private const string NeedsClouds = "It needs the credentials of a real account.";
    private const string RunByRehearseTests = "RehearseTests run it.";
    private const string RunByMoveTests = "MoveTests run it.";

    private readonly ProgramRun _program = new();

    /// <summary>The blocks of which something is run.</summary>
    public static TheoryData<string> Blocks => [.. Shell.Where(block => Runs(block).Count > 0).Select(block => $"{block}")];

    /// <summary>Calls of the program in sentences.</summary>
    public static TheoryData<string> Calls => [.. DocPage.All.SelectMany(page => page.Spans).Select(Arguments).OfType<string>().Concat(Shell.SelectMany(Lines).Select(Arguments).OfType<string>()).Distinct()];

    private static IEnumerable<DocBlock> Shell => DocPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == "sh");

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Commands_OfABlock_RunAsWritten(string place)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a shell.");
        var commands = Runs(SnippetTests.Find(place));
        var needsTerraform = commands.Any(command => command.Contains("terraform", StringComparison.Ordinal) || command.Contains(" diff ", StringComparison.Ordinal));
        var path = needsTerraform ? $"{Path.GetDirectoryName(Workbench.FindTerraform())}:" : "";
        var starter = await File.ReadAllTextAsync(Repository.File("s2svpn.yaml"), TestContext.Current.CancellationToken);
        _program.Write("s2svpn.yaml", starter);
        _program.Write("before.yaml", starter);
        _program.Write("after.yaml", starter.With("azure: { gateway: { sku: VpnGw2AZ } }"));
        Directory.CreateSymbolicLink(_program["examples"], Repository.File("examples"));
        var assembly = Path.Combine(AppContext.BaseDirectory, "S2SVpn.App.dll");
        Write("dotnet", $"#!/bin/sh\n[ \"$1 $2 $3\" = 'run --project src/S2SVpn.App' ] || exit 99\nshift 3\n[ \"$1\" != -- ] || shift\nexec '{Command.Dotnet}' '{assembly}' \"$@\"\n");
        _program.Write("block.sh", $"set -e\n{string.Join('\n', commands)}\n");
        string[] script = ["sh", "block.sh"];
        if (commands.Any(command => command.StartsWith("cd cdktf.out", StringComparison.Ordinal) || command.Contains("'cd cdktf.out", StringComparison.Ordinal)))
        {
            Assert.Equal(0, (await _program.RunAsync()).ExitCode);
        }

        var environment = new Dictionary<string, string?> { ["PATH"] = $"{_program["bin"]}:{path}{Environment.GetEnvironmentVariable("PATH")}", ["TF_CLI_ARGS_apply"] = "-auto-approve" };
        // Terraform itself is shown no cloud but the simulated ones.
        var run = commands.Any(command => command.StartsWith("terraform", StringComparison.Ordinal))
            ? await _program.RunAsync(["offline", "--", .. script], environment)
            : await Command.RunAsync(script[0], script[1..], _program["."], environment);

        Assert.True(run.ExitCode == 0, $"{place} ended with {run.ExitCode}:\n{run.Output}\n{run.Error}");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_InAPage_IsUnderstood(string arguments)
    {
        var parsed = CommandLine.Root(new Terminal()).Parse(Word().Matches(arguments).Select(match => match.Value.Trim('\'')).ToArray());

        Assert.True(parsed.Errors.Count == 0, $"s2svpn {arguments}: {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
    }

    [Fact]
    public void NotRun_Each_StandsInAPage() => Assert.Empty(NotRun.Keys.Except(Shell.SelectMany(Lines)));

    public void Dispose() => _program.Dispose();

    private static List<string> Runs(DocBlock block) => [.. Lines(block).Where(line => !NotRun.ContainsKey(line))];

    private static IEnumerable<string> Lines(DocBlock block) =>
        Continued().Replace(block.Code, " ").Split('\n').Select(line => Comment().Replace(line, "").Trim()).Where(line => line.Length > 0);

    // What the program is called with, where code calls it: by its name, as a project, or by a verb with something behind it.
    private static string? Arguments(string code)
    {
        var call = code.Contains(Program, StringComparison.Ordinal) ? code[(code.IndexOf(Program, StringComparison.Ordinal) + Program.Length)..].TrimStart()
            : code.StartsWith("s2svpn ", StringComparison.Ordinal) ? code["s2svpn ".Length..]
            : Verbs.Any(verb => code.StartsWith($"{verb} --", StringComparison.Ordinal)) ? code
            : null;
        return call is null ? null : Redirection().Replace(call.StartsWith("--", StringComparison.Ordinal) && (call.Length == 2 || call[2] == ' ') ? call[2..].TrimStart() : call, "");
    }

    private static IEnumerable<string> Verbs => CommandLine.Root(new Terminal()).Subcommands.Select(verb => verb.Name);

    private void Write(string name, string script)
    {
        Directory.CreateDirectory(_program["bin"]);
        File.WriteAllText(_program["bin", name], script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_program["bin", name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@" *\\\n *")]
    private static partial Regex Continued();

    [GeneratedRegex(@"\s*(>|\|).*$")]
    private static partial Regex Redirection();

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Word();
}
