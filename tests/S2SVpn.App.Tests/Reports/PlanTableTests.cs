using S2SVpn.App.Reports;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Reports;

public sealed class PlanTableTests
{
    private static readonly ConnectivityPlan Plan = ConnectivityPlan.CreateUnchecked(Requests.Starter);

    [Fact]
    public void Tunnels_Wide_ShowsEverything() => Assert.Equal(
        """
        Link  Instance  Connection  Tunnel  Inside network   AWS address   Azure address  Starts  Key slot
        link  0         1           1       169.254.21.0/30  169.254.21.1  169.254.21.2   both    link-1-1
        link  0         1           2       169.254.22.0/30  169.254.22.1  169.254.22.2   both    link-1-2
        link  1         2           1       169.254.21.4/30  169.254.21.5  169.254.21.6   both    link-2-1
        link  1         2           2       169.254.22.4/30  169.254.22.5  169.254.22.6   both    link-2-2

        """.ReplaceLineEndings("\n"),
        PlanTable.Tunnels(Plan));

    [Fact]
    public void Tunnels_Narrower_LeavesOutWhatTheRestTells()
    {
        Assert.StartsWith("Link  Instance  Connection  Tunnel  Inside network   AWS address   Azure address  Starts\n", PlanTable.Tunnels(Plan, 97), StringComparison.Ordinal);
        Assert.StartsWith("Link  Connection  Tunnel  Inside network   AWS address   Azure address  Starts\n", PlanTable.Tunnels(Plan, 80), StringComparison.Ordinal);
        var table = PlanTable.Tunnels(Plan, 70);
        Assert.StartsWith("Link  Connection  Tunnel  Inside network   AWS address   Azure address\n", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 70));
    }

    [Fact]
    public void Tunnels_TooNarrowForATable_WritesABlockATunnel()
    {
        var blocks = PlanTable.Tunnels(Plan, 40).Split("\n\n");
        Assert.Equal(4, blocks.Length);
        Assert.Equal(
            "Link: link\nInstance: 0\nConnection: 1\nTunnel: 1\nInside network: 169.254.21.0/30\nAWS address: 169.254.21.1\nAzure address: 169.254.21.2\nStarts: both\nKey slot: link-1-1",
            blocks[0]);
    }

    [Fact]
    public void Tunnels_OneThatIsNotUsed_IsSaidToBe()
    {
        var single = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with { Gateway = new AzureGateway { ActiveActive = false } }));
        Assert.Contains("169.254.22.2   unused", PlanTable.Tunnels(single), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfNotes_WrapsSentencesAndKeepsCommandsWhole()
    {
        var command = $"az {new string('x', 200)}";
        var lines = PlanTable.Notes([new PlanNote("one two three four five six seven", command)], 20).Split('\n');
        Assert.Equal(["one two three four", "five six seven", $"  {command}", "", ""], lines);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public void Choices_AnyWidth_FitAndKeepTheLine(int width)
    {
        var read = RequestReader.Read("name: shop\naws: { region: eu-central-1, network: 10.2.0.0/16 }\nazure: { location: westeurope, network: 10.1.0.0/16 }\n", "s2svpn.yaml", _ => null);
        var text = PlanTable.Choices(PlanChoices.Of(read.Document!, ConnectivityPlan.CreateUnchecked(read.Document!.Request)), width);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Contains("aws.gateway.asn", text, StringComparison.Ordinal);
    }
}
