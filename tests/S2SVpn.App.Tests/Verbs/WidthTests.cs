using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>The output of verbs on a narrow, a usual and a wide terminal; that of check, explain, estimate, init, permissions and verify is beside their tests.</summary>
public sealed class WidthTests
{
    public static TheoryData<int> Widths => [60, 100, 160];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Rules_OfOne_FitsTheWidth(int width)
    {
        var run = await VerbRun.OfAsync(width, "rules", "X016");

        Assert.All(run.Output.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)), line => Assert.True(line.Length <= width, line));
        Snapshot.VerifyNamed(run.Output, $"Rules{width}", "txt");
    }

    // A first apply: nothing is down, and all of it takes time.
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Diff_OfAPlan_IsAsWideAsTheTerminal(int width)
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.SucceedAsync("init");
        await bench.SucceedAsync("plan", "-out=plan.bin");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["plan.json"], (await bench.SucceedAsync("show", "-json", "plan.bin")).Output, TestContext.Current.CancellationToken);

        var run = await VerbRun.OfAsync(width, "diff", "--plan", folder["plan.json"]);

        Assert.Equal(0, run.ExitCode);
        Snapshot.VerifyNamed(run.Output, $"Diff{width}", "txt");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Rehearse_Report_IsAsWideAsTheTerminal(int width) => Snapshot.VerifyNamed(
        LabReportText.Write(
            new LabReport
            {
                BringUpSeconds = 4.2,
                Checks =
                [
                    new LabCheck { Group = "tunnels", Name = "1.1", Passed = true, Expected = "up", Seen = "IKEv2 AES_CBC 256 HMAC_SHA2_384_192 PRF_HMAC_SHA2_384 ECP_384, ESP AES_GCM_16 256" },
                    new LabCheck { Group = "bgp", Name = "1.2", Passed = false, Expected = "established", Seen = "down", Explanation = new LabExplanation { Cause = "The addresses inside the tunnel do not match: they are swapped, or belong to another tunnel.", Aws = "is 169.254.21.1", Azure = "is 169.254.21.6", RequestPath = "links[0].inside" } },
                ],
                Drills = [new LabDrill { Name = "tunnel 1.1 lost", Passed = true, Affected = 3, Flows = 32, Lost = 5, Sent = 900, Seconds = 2.5, Outcome = "3 flows moved to other tunnels and back" }],
            },
            "text",
            width),
        $"Rehearse{width}",
        "txt");

    // What programs read is the same on every terminal, and alone on standard output.
    [Theory]
    [InlineData("diagram")]
    [InlineData("diagram", "--format", "mermaid")]
    [InlineData("plan")]
    [InlineData("report")]
    [InlineData("check", "--format", "json")]
    [InlineData("check", "--format", "sarif")]
    [InlineData("check", "--format", "github")]
    [InlineData("explain", "--format", "json")]
    [InlineData("explain", "--format", "markdown")]
    [InlineData("estimate", "--format", "json")]
    [InlineData("estimate", "--format", "markdown")]
    public async Task MachineFormat_Any_IsTheSameAtEveryWidth(string verb, params string[] options)
    {
        var narrow = await VerbRun.OfAsync(60, [verb, VerbRun.Example("everything"), .. options]);
        var wide = await VerbRun.OfAsync(160, [verb, VerbRun.Example("everything"), .. options]);

        Assert.Equal(0, narrow.ExitCode);
        Assert.Equal(narrow.Output, wide.Output);
        Assert.DoesNotContain("warning", narrow.Error, StringComparison.OrdinalIgnoreCase);
    }
}
