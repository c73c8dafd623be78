using S2SVpn.Design.Estimates;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Tests.Estimates;

/// <summary>The figures behind <c>estimate</c>: what they are made of, and what limits what.</summary>
public sealed class EstimateTests
{
    private static readonly ConnectivityPlan Starter = ConnectivityPlan.CreateUnchecked(Requests.Starter);

    [Fact]
    public void Cost_OfHalfTheHours_IsHalfOfWhatBillsByTheHour()
    {
        var none = new EstimateOptions { AwsGigabytesOut = 0, AzureGigabytesOut = 0 };

        var whole = Estimate.Of(Starter, none).Cost;
        var half = Estimate.Of(Starter, none with { Hours = none.Hours / 2 }).Cost;

        Assert.NotEmpty(whole.Lines);
        Assert.Equal(whole.Monthly, half.Monthly * 2);
        Assert.Equal(whole.Monthly, whole.Lines.Sum(line => line.Count * none.Hours * line.Price.Usd));
    }

    [Fact]
    public void Cost_OfMoreTraffic_GrowsWithTheGigabytes()
    {
        var (little, much) = (Estimate.Of(Starter, new EstimateOptions()).Cost, Estimate.Of(Starter, new EstimateOptions { AwsGigabytesOut = 200, AzureGigabytesOut = 200 }).Cost);

        Assert.True(much.Monthly > little.Monthly);
        Assert.Equal(little.Lines.Select(line => line.Price.Key), much.Lines.Select(line => line.Price.Key));
    }

    [Fact]
    public void Throughput_OfAVirtualPrivateGateway_IsThatOfOneTunnel()
    {
        var link = Assert.Single(Estimate.Of(Starter, new EstimateOptions()).Throughput);

        Assert.Equal((650, 650), (link.TunnelMbps, link.AwsToAzureMbps));
        Assert.Equal(0.8125, link.WindowMegabytes(10));
    }

    [Fact]
    public void Availability_OfTheStarter_IsWhatBothGatewaysPromise()
    {
        var link = Assert.Single(Estimate.Of(Starter, new EstimateOptions()).Availability);

        // One of the two connections is enough.
        var bothConnectionsDown = Math.Pow(1 - AvailabilityEstimate.AwsConnection, 2);
        Assert.Equal((1 - bothConnectionsDown) * AvailabilityEstimate.AzureGateway, link.Product, 9);
        Assert.True(link.Offer < link.Product);
        Assert.NotEmpty(Estimate.Of(Starter, new EstimateOptions()).Failover);
    }
}
