using System.Text.Json.Nodes;
using S2SVpn.Design.Estimates;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public async Task Estimate_TwoRequests_StandSideBySideInTheWidth(int width)
    {
        var run = await VerbRun.OfAsync(width, "estimate", VerbRun.Example("minimal"), VerbRun.Example("transit-gateway-ecmp"));

        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= width, line));
        Snapshot.VerifyNamed(run.Output, $"TwoRequests{width}", "txt");
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Estimate_Example_AddsUp(string example)
    {
        var run = await VerbRun.OfAsync(100, "estimate", VerbRun.Example(example), "--format", "json");

        var estimate = JsonNode.Parse(run.Output)!["estimates"]![0]!;
        var lines = estimate["lines"]!.AsArray();
        Assert.NotEmpty(lines);
        Assert.Equal((decimal)estimate["monthly"]!, lines.Sum(line => (decimal)line!["monthly"]!));
        Assert.NotEmpty(estimate["availability"]!.AsArray());
        Assert.NotEmpty(estimate["failover"]!.AsArray());
        Assert.All(estimate["availability"]!.AsArray(), link => Assert.InRange((double)link!["product"]!, 0.99, 1));
    }

    // 2 connections at 0.05, a gateway at 0.21 and 2 addresses at 0.005 for 730 hours; nothing sent.
    [Fact]
    public async Task Estimate_Minimal_IsTheSumOfItsParts()
    {
        var run = await VerbRun.OfAsync(100, "estimate", VerbRun.Example("minimal"), "--gb-out", "0", "--format", "json");

        Assert.Equal((0.1m + 0.21m + 0.01m) * 730, (decimal)JsonNode.Parse(run.Output)!["estimates"]![0]!["monthly"]!);
    }

    [Fact]
    public async Task Estimate_HoursAndGigabytes_Count()
    {
        var run = await VerbRun.OfAsync(100, "estimate", VerbRun.Example("minimal"), "--gb-out", "10", "20", "--hours", "100", "--format", "json");

        Assert.Equal((0.32m * 100) + (10 * 0.09m) + (20 * 0.087m), (decimal)JsonNode.Parse(run.Output)!["estimates"]![0]!["monthly"]!);
    }

    [Fact]
    public async Task Estimate_OwnPrices_TakeThePlaceOfKnownOnes()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["prices.json"], "{ \"aws.vpn-connection\": 1 }", TestContext.Current.CancellationToken);

        var run = await VerbRun.OfAsync(160, "estimate", VerbRun.Example("minimal"), "--prices", folder["prices.json"]);

        Assert.Contains("$1,460.00", run.Output, StringComparison.Ordinal);
        Assert.Contains("prices.json", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"aws.vpn\": 1 }", "There is no price 'aws.vpn'. Known: aws.vpn-connection,")]
    [InlineData("{ \"azure.tunnel\": -1 }", "The price 'azure.tunnel' is negative.")]
    [InlineData("[1]", "is no JSON object of prices")]
    public async Task Estimate_WrongPrices_AreRefusedInASentence(string prices, string message)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["prices.json"], prices, TestContext.Current.CancellationToken);

        var run = await VerbRun.OfAsync(100, "estimate", VerbRun.Example("minimal"), "--prices", folder["prices.json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("estimate", "--hours", "1000")]
    [InlineData("estimate", "--gb-out", "-1")]
    [InlineData("estimate", "--gb-out", "much")]
    [InlineData("estimate", "--format", "csv")]
    public async Task Estimate_BadCall_ExitsWith2(params string[] arguments) => Assert.Equal(2, (await VerbRun.OfAsync(100, arguments)).ExitCode);

    [Fact]
    public void Prices_Unchecked_AreMarkedAndAllAreDated()
    {
        Assert.All(PriceTable.Known.All, price => Assert.True(price.Usd > 0 && price.Source.Length > 0 && price.Read.Year >= 2026, price.Key));
        Assert.Contains(PriceTable.Known.All, price => !price.IsChecked);
    }

    [Fact]
    public async Task Estimate_OneInstance_OffersNoSla()
    {
        var run = await VerbRun.OfAsync(100, "estimate", VerbRun.Example("lab-single-gateway"));

        Assert.Contains("Offer no SLA on top", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
