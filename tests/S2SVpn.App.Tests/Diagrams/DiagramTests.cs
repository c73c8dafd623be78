using System.Xml.Linq;
using S2SVpn.App.Diagrams;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.Design.Planning;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Diagrams;

public sealed class DiagramTests
{
    public static TheoryData<string> Pictures => [.. VerbRun.Examples.Select(row => row.Data), Sixteen];

    private const string Sixteen = "sixteen links";

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Layout_Picture_HasNoLabelOnAnotherOrOffTheCanvas(string picture)
    {
        var drawing = DiagramLayout.Of(Plan(picture));

        Assert.All(drawing.Labels, label => Assert.True(
            label.Left >= 0 && label.Top >= 0 && label.Right <= drawing.Width && label.Bottom <= drawing.Height, $"{label} leaves the canvas."));
        foreach (var (label, index) in drawing.Labels.Select((label, index) => (label, index)))
        {
            Assert.DoesNotContain(drawing.Labels.Skip(index + 1), other => Overlap(label, other, out var what) && Fail(what));
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Layout_Picture_KeepsLinesOffLabels(string picture)
    {
        var drawing = DiagramLayout.Of(Plan(picture));

        Assert.All(drawing.Wires, wire => Assert.DoesNotContain(drawing.Labels, label => Crosses(wire, label)));
        Assert.All(drawing.Labels, label => Assert.DoesNotContain(drawing.Boxes, box => Cuts(box, label)));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Layout_Picture_HasEveryTunnelWithBothAddresses(string picture)
    {
        var plan = Plan(picture);
        var drawing = DiagramLayout.Of(plan);

        Assert.Equal(plan.Tunnels.Count(), drawing.Wires.Count(wire => wire.Kind != "peering"));
        Assert.All(plan.Tunnels, tunnel => Assert.Contains(drawing.Labels, label => label.Text == $"{tunnel.AwsAddress}"));
        Assert.All(plan.Tunnels, tunnel => Assert.Contains(drawing.Labels, label => label.Text == $"{tunnel.AzureAddress}"));
        Assert.All(plan.AzureSites.SelectMany(site => site.Network.Spokes), spoke => Assert.Contains(drawing.Labels, label => label.Text == $"spoke {spoke.Key}"));
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Diagram_Example_IsXmlThatStandsAlone(string example)
    {
        var run = await VerbRun.OfAsync(100, "diagram", VerbRun.Example(example));

        var svg = XDocument.Parse(run.Output);
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.DoesNotContain("href", run.Output, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Error.Split((char)10), line => line.StartsWith("error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Diagram_Theme_HasItsColoursOnly(string theme)
    {
        var run = await VerbRun.OfAsync(100, "diagram", VerbRun.Example("minimal"), "--theme", theme);

        Assert.DoesNotContain("prefers-color-scheme", run.Output, StringComparison.Ordinal);
        Assert.Equal(theme == "dark", run.Output.Contains("--page:#0d1117", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Diagram_Mermaid_HasEveryTunnel()
    {
        var run = await VerbRun.OfAsync(100, "diagram", VerbRun.Example("hub-and-spoke"), "--format", "mermaid");

        Snapshot.Verify(run.Output, "mmd");
    }

    [Theory]
    [InlineData("diagram", "--format", "png")]
    [InlineData("diagram", "--theme", "pink")]
    public async Task Diagram_BadCall_ExitsWith2(params string[] arguments) => Assert.Equal(2, (await VerbRun.OfAsync(100, arguments)).ExitCode);

    private static ConnectivityPlan Plan(string picture)
    {
        using var folder = new TemporaryFolder();
        var file = picture == Sixteen ? folder["sixteen.yaml"] : VerbRun.Example(picture);
        if (picture == Sixteen)
        {
            File.WriteAllText(file, SixteenLinks());
        }

        var request = CheckedRequest.Read(file);
        Assert.True(request.IsGood, request.Text(160, color: false));
        return ConnectivityPlan.CreateUnchecked(request.Document!.Request);
    }

    private static string SixteenLinks()
    {
        string[] regions = ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2"];
        string[] locations = ["westeurope", "northeurope", "eastus", "westus2"];
        return "name: sixteen\naws:\n"
            + string.Concat(regions.Select((region, index) => $"  a{index}: {{ region: {region}, network: 10.{10 + index}.0.0/16, gateway: {{ kind: transit, transitBetweenSites: false }} }}\n"))
            + "azure:\n"
            + string.Concat(locations.Select((location, index) => $"  z{index}: {{ location: {location}, network: 10.{50 + index}.0.0/16, gateway: {{ transitBetweenSites: false }} }}\n"))
            + "links:\n" + string.Concat(Enumerable.Range(0, 16).Select(slot => $"  - {{ between: [a{slot / 4}, z{slot % 4}], slot: {slot} }}\n"))
            + "access:\n  - { from: z0, to: a0, tcp: 443 }\n";
    }

    private static bool Fail(string what)
    {
        Assert.Fail(what);
        return true;
    }

    private static bool Overlap(Label one, Label other, out string what)
    {
        what = $"'{one.Text}' lies on '{other.Text}'.";
        return one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
    }

    // Labels lie where lines are straight.
    private static bool Crosses(Wire wire, Label label) =>
        (wire.Start.Y > label.Top && wire.Start.Y < label.Bottom && wire.Start.X < label.Right && wire.Knee.X > label.Left)
        || (wire.Knee.X < label.Right && wire.End.X > label.Left && wire.Knee.X + 1 < wire.End.X
            && label.Bottom > Math.Min(wire.Knee.Y, wire.End.Y) && label.Top < Math.Max(wire.Knee.Y, wire.End.Y));

    // A label is in a box, or not in it.
    private static bool Cuts(Box box, Label label)
    {
        var apart = label.Right <= box.X || label.Left >= box.X + box.Width || label.Bottom <= box.Y || label.Top >= box.Y + box.Height;
        var inside = label.Left >= box.X && label.Right <= box.X + box.Width && label.Top >= box.Y && label.Bottom <= box.Y + box.Height;
        return !apart && !inside;
    }
}
