using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What a provider tries again for minutes.</summary>
public sealed class RetryTests : IDisposable
{
    // Nothing here waits that long: other work ends, or nothing else is under way.
    private readonly EngineBench _bench = new(patience: TimeSpan.FromMilliseconds(100));

    public RetryTests()
    {
        Put("aws_ec2_transit_gateway", "tgw-1", """{"id":"tgw-1"}""");
        Put("aws_customer_gateway", "cgw-1", """{"id":"cgw-1"}""");
        Put("aws_vpn_connection", "vpn-1", """{"id":"vpn-1","transit_gateway_id":"tgw-1","customer_gateway_id":"cgw-1"}""");
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Delete_OfWhatSomethingUsesUntilLater_SucceedsThen()
    {
        using var other = _bench.Retries.Begin();
        using var own = _bench.Retries.Begin();
        var deleted = _bench.DeleteAsync("aws_ec2_transit_gateway", Known("aws_ec2_transit_gateway", "tgw-1"));
        Assert.False(deleted.IsCompleted);

        using (_bench.Retries.Begin())
        {
            _bench.Delete("aws_vpn_connection", Known("aws_vpn_connection", "vpn-1"));
        }

        await deleted;
        Assert.Empty(_bench.Store.OfType("aws_ec2_transit_gateway"));
    }

    [Fact]
    public async Task Delete_WhereNothingElseIsUnderWay_IsRefused()
    {
        using var own = _bench.Retries.Begin();

        var refused = await Assert.ThrowsAsync<CloudRefusedException>(
            () => _bench.DeleteAsync("aws_ec2_transit_gateway", Known("aws_ec2_transit_gateway", "tgw-1")));

        Assert.Equal("IncorrectState", refused.Code);
    }

    [Fact]
    public void Delete_OfWhatTheProviderDoesNotTryAgain_IsRefusedAtOnce()
    {
        using var other = _bench.Retries.Begin();
        using var own = _bench.Retries.Begin();

        var deleted = _bench.DeleteAsync("aws_customer_gateway", Known("aws_customer_gateway", "cgw-1"));

        Assert.True(deleted.IsFaulted);
    }

    private Attributes Known(string type, string id) => _bench.Store.Find(type, id)!;

    private void Put(string type, string id, string json) => _bench.Store.Put(new CloudObject(type, id, EngineBench.Values(json)));
}
