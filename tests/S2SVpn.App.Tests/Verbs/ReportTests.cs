using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Report_Example_StandsAlone(string example)
    {
        var run = await VerbRun.OfAsync(100, "report", VerbRun.Example(example));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("<!doctype html>", run.Output, StringComparison.Ordinal);
        Assert.All(new[] { "Picture", "What is created", "Tunnels", "Findings", "Estimate" }, title => Assert.Contains($"<h2>{title}</h2>", run.Output, StringComparison.Ordinal));
        // Nothing is loaded: no script, no address but the name of SVG's vocabulary.
        Assert.DoesNotContain("<script", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_RehearsalAndChange_AreShown()
    {
        await File.WriteAllTextAsync(_folder["rehearsal.json"], LabReportText.Write(Rehearsal(), "json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _folder["change.json"],
            """{ "head": "Tunnel link 1.1 is down.", "forecast": { "tunnels": [{ "name": "1.1", "link": "link", "down": [{ "from": 0, "to": 3.1 }] }], "changes": [] }, "notes": ["Hint: <none>"] }""",
            TestContext.Current.CancellationToken);

        var run = await VerbRun.OfAsync(
            100, "report", VerbRun.Example("minimal"), "--rehearsal", _folder["rehearsal.json"], "--change", _folder["change.json"], "-o", _folder["page.html"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
        var page = await File.ReadAllTextAsync(_folder["page.html"], TestContext.Current.CancellationToken);
        Assert.Contains("0 to 3.1", page, StringComparison.Ordinal);
        Assert.Contains("Hint: &lt;none&gt;", page, StringComparison.Ordinal);
        Assert.Contains("2.5 s, 3 of 8 flows", page, StringComparison.Ordinal);
        // Of 3 s in 360: three of eight flows from 0.5 s to 2.5 s, one until 3 s.
        Assert.Matches("<rect class=\"good\" x=\"[0-9.]+\" y=\"16.5\" width=\"240\" height=\"7.5\"/><rect class=\"good\" x=\"[0-9.]+\" y=\"21.5\" width=\"60\" height=\"2.5\"/>", page);
        Assert.Contains("the keys differ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vpn.yaml", "vpn.yaml")]
    [InlineData("vpn.yaml", "link.yaml")]
    [InlineData("link.yaml", "vpn.yaml")]
    public async Task Report_IntoItsRequest_WritesNothing(string request, string output)
    {
        await File.WriteAllTextAsync(_folder["vpn.yaml"], "name: shop", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(_folder["link.yaml"], _folder["vpn.yaml"]);

        var run = await VerbRun.OfAsync(100, "report", _folder[request], "-o", _folder[output]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is read by this command, and would be lost", run.Error, StringComparison.Ordinal);
        Assert.Equal("name: shop", await File.ReadAllTextAsync(_folder["vpn.yaml"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--rehearsal", "rehearse")]
    [InlineData("--change", "diff")]
    public async Task Report_WrongFile_IsRefusedInASentence(string option, string verb)
    {
        await File.WriteAllTextAsync(_folder["wrong.json"], "{}", TestContext.Current.CancellationToken);

        var run = await VerbRun.OfAsync(100, "report", VerbRun.Example("minimal"), option, _folder["wrong.json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"is not what 's2svpn {verb} --format json' writes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_BadCall_ExitsWith2() => Assert.Equal(2, (await VerbRun.OfAsync(100, "report", "--no-such")).ExitCode);

    public void Dispose() => _folder.Dispose();

    private static LabReport Rehearsal() => new()
    {
        BringUpSeconds = 4.2,
        Checks =
        [
            new LabCheck { Group = "tunnels", Name = "1.1", Passed = true, Expected = "up", Seen = "up" },
            new LabCheck { Group = "tunnels", Name = "1.2", Passed = false, Expected = "up", Seen = "down", Explanation = new LabExplanation { Cause = "the keys differ" } },
        ],
        Drills = [new LabDrill { Name = "link 1.1 goes silent", Passed = true, Affected = 3, Flows = 8, Lost = 5, Sent = 900, Seconds = 2.5, Timeline = [new(0.5, 3), new(2.5, 1), new(3, 0)], Outcome = "moved to 1.2" }],
    };
}
