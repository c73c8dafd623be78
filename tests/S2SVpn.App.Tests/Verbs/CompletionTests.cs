using S2SVpn.App.Commands;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>The completion that docs/ci.md has for bash, in a real bash where one is installed.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("s2svpn ch", "check")]
    [InlineData("s2svpn rehearse --sk", "--skip-drills")]
    [InlineData("s2svpn check --format s", "sarif")]
    public async Task Bash_CompletesWhatIsTyped(string typed, string expected)
    {
        Assert.SkipWhen(Command.Find("bash") is null, "There is no bash here.");
        var script = _folder["complete.sh"];
        File.WriteAllText(script, $$"""
            s2svpn() { {{Command.Dotnet}} {{typeof(CommandLine).Assembly.Location}} "$@"; }
            {{Snippet()}}
            complete -p s2svpn >/dev/null || exit 1
            COMP_LINE='{{typed}}'
            COMP_POINT={{typed.Length}}
            _s2svpn
            printf '%s\n' "${COMPREPLY[@]}"

            """.ReplaceLineEndings("\n"));

        var run = await Command.RunAsync("bash", [script], _folder.Path);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(expected, run.Output.Trim().Split('\n')[0]);
    }

    private static string Snippet() => File.ReadAllText(Repository.File("docs", "ci.md")).ReplaceLineEndings("\n").Split("```bash\n").Skip(1).Select(block => block.Split("```")[0]).Single(block => block.Contains("complete -F", StringComparison.Ordinal));
}
