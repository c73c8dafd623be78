using S2SVpn.App.Commands;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verifying;

public sealed class VerifyTests
{
    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Verify_HealthyExample_FindsNothingOff(string example)
    {
        var plan = Plan(example);
        var clouds = new RecordedClouds(plan);

        var checks = await CheckAsync(plan, clouds);

        Assert.All(checks, check => Assert.True(check.Passed, $"{check.Group} {check.Name}: {check.Seen}"));
        // A machine's end is the machine's to tell of; Azure has a connection to each machine.
        var seenByAws = plan.Tunnels.Count(tunnel => tunnel.IsUsed && IsManaged(plan, tunnel));
        Assert.Equal(seenByAws + Connections(plan).Count(), checks.Count(check => check.Group == "tunnels"));
    }

    // Of machines at both ends no cloud tells.
    public static TheoryData<string> Watched => [.. VerbRun.Examples.Select(row => row.Data).Where(example => Seen(Plan(example)).Count > 0)];

    [Theory]
    [MemberData(nameof(Watched))]
    public async Task Verify_TunnelDown_IsNamedAtBothEndsAndNoOtherIs(string example)
    {
        var plan = Plan(example);
        var tunnel = Seen(plan)[^1];
        var clouds = new RecordedClouds(plan);
        clouds.Down.Add((tunnel.Link, tunnel.Id));

        var off = (await CheckAsync(plan, clouds)).Where(check => !check.Passed).ToList();

        string[] ends = [.. IsManaged(plan, tunnel) ? ["AWS"] : Array.Empty<string>(), .. IsManagedInAzure(plan, tunnel) ? ["Azure"] : Array.Empty<string>()];
        Assert.Equal(ends.Select(end => $"{tunnel.Link} {tunnel.Id}, {end}"), off.Where(check => check.Group == "tunnels").Select(check => check.Name));
        Assert.All(off, check => Assert.Contains($"{tunnel.Link} {tunnel.Id}", check.Name, StringComparison.Ordinal));
        Assert.All(off, check => Assert.NotNull(check.Cause));
    }

    // An Azure connection to a machine is named by the first of its tunnels.
    private static List<TunnelPlan> Seen(ConnectivityPlan plan) =>
        [.. plan.Tunnels.Where(tunnel => tunnel.IsUsed && (IsManaged(plan, tunnel) || Connections(plan).Any(connection => connection.Tunnels[0] == tunnel)))];

    private static bool IsManaged(ConnectivityPlan plan, TunnelPlan tunnel) =>
        plan.AwsSite(plan.Link(tunnel.Link).AwsSite).Gateway.Kind != AwsGatewayKind.Appliance;

    private static bool IsManagedInAzure(ConnectivityPlan plan, TunnelPlan tunnel) => plan.AzureSite(plan.Link(tunnel.Link).AzureSite).Gateway.Appliance is null;

    private static IEnumerable<AzureConnectionPlan> Connections(ConnectivityPlan plan) => plan.AzureSites.SelectMany(site => site.Links).SelectMany(link => link.Connections);

    [Fact]
    public async Task Verify_IpsecWithoutBgp_IsToldFromNoIpsec()
    {
        var plan = Plan("minimal");
        var clouds = new RecordedClouds(plan);
        clouds.BgpDown.Add(("link", "1.1"));

        var off = (await CheckAsync(plan, clouds)).Where(check => !check.Passed).ToList();

        Assert.Contains("IPsec stands and BGP does not", off.Single(check => check.Name == "link 1.1, AWS").Cause, StringComparison.Ordinal);
        Assert.Equal("Connecting, AS 64512", off.Single(check => check.Group == "bgp").Seen);
    }

    [Fact]
    public async Task Verify_OtherAsn_IsNamed()
    {
        var plan = Plan("minimal");

        var off = (await CheckAsync(plan, new RecordedClouds(plan) { WrongAsn = 65000 })).Where(check => !check.Passed).ToList();

        Assert.Equal(4, off.Count);
        Assert.All(off, check => Assert.Contains("says that it is AS 65000", check.Cause, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("minimal", "propagates no such route")]
    [InlineData("transit-gateway-ecmp", "no active route to the transit gateway")]
    public async Task Verify_NoRoutes_AreNamedInEachCloud(string example, string cause)
    {
        var plan = Plan(example);

        var off = (await CheckAsync(plan, new RecordedClouds(plan) { NoRoutes = true })).Where(check => !check.Passed).ToList();

        Assert.Contains(off, check => check.Group == "routes" && check.Cause!.Contains(cause, StringComparison.Ordinal));
        Assert.Contains(off, check => check.Group == "learned routes" && check.Seen == "not learned");
    }

    [Fact]
    public async Task Verify_AzureAnnouncesNothing_IsSeenFromBothSides()
    {
        var plan = Plan("hub-and-spoke");

        var off = (await CheckAsync(plan, new RecordedClouds(plan) { NotAnnounced = true })).Where(check => !check.Passed).ToList();

        Assert.Contains(off, check => check.Group == "announced routes" && check.Name.EndsWith("10.8.0.0/16", StringComparison.Ordinal));
        Assert.Contains(off, check => check.Group == "learned routes" && check.Name.EndsWith("AWS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_NotLoggedIn_SaysSoInPlaceOfACause()
    {
        var plan = Plan("minimal");

        var checks = await CheckAsync(plan, new RecordedClouds(plan) { NotLoggedIn = true });

        Assert.All(checks.Where(check => check.Group == "tunnels"), check => Assert.EndsWith("failed: not logged in", check.Cause, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Verify_Example_ReadsOnlyAndAsksForNoKey(string example)
    {
        var plan = Plan(example);
        var clouds = new RecordedClouds(plan);

        var text = VerifyReport.Text([.. await CheckAsync(plan, clouds), .. await new BeforeVerifier(plan, clouds, BeforeTests.Needed).CheckAsync(CancellationToken.None)], 100);

        Assert.DoesNotContain("never to be shown", text, StringComparison.Ordinal);
        Assert.All(clouds.Calls, call => Assert.Matches("^(aws (ec2 (describe|search)-|sts get-caller-identity|iam simulate-)|az (network (list-usages|(\\S+ )+(show|list-))|account show|provider show|group exists|rest --method get))", call));
        // The whole answers of these two hold keys.
        Assert.All(clouds.Calls.Where(call => call.Contains("describe-vpn-connections", StringComparison.Ordinal) || call.Contains("vpn-connection show", StringComparison.Ordinal)),
            call => Assert.Contains("--query", call, StringComparison.Ordinal));
        Assert.All(clouds.Calls, call => Assert.DoesNotMatch("SharedKey|CustomerGatewayConfiguration", call));
    }

    [Fact]
    public async Task Verify_RouteTableLeadsAway_IsNamed()
    {
        var plan = Plan("minimal");

        var off = (await CheckAsync(plan, new RecordedClouds(plan) { Elsewhere = ["10.2.128.0/17"] })).Single(check => !check.Passed);

        Assert.Equal("10.2.128.0/17 to VirtualAppliance", off.Seen);
        Assert.Contains("leads it away from the gateway", off.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public async Task Report_TunnelDown_FitsTheWidth(int width)
    {
        var plan = Plan("minimal");
        var clouds = new RecordedClouds(plan);
        clouds.Down.Add(("link", "2.1"));

        var text = VerifyReport.Text(await CheckAsync(plan, clouds), width);

        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
        Snapshot.VerifyNamed(text, $"TunnelDown{width}", "txt");
    }

    private static Task<IReadOnlyList<VerifyCheck>> CheckAsync(ConnectivityPlan plan, RecordedClouds clouds) =>
        VerifyCommand.CheckAsync(plan, new DeployedOutputs([clouds.Outputs()]), clouds, TestContext.Current.CancellationToken);

    private static ConnectivityPlan Plan(string example) => ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(VerbRun.Example(example)).Document!.Request);
}
