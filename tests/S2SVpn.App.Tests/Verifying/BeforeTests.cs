using S2SVpn.App.Permissions;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Tests.Verifying;

/// <summary>What is asked before an apply.</summary>
public sealed class BeforeTests
{
    internal static NeededPermissions Needed { get; } = new(["aws_vpn_connection", "azurerm_virtual_network_gateway"], plansOnly: false);

    [Fact]
    public async Task Before_ExistingGateway_NamesInsideNetworksInUse()
    {
        var plan = Plan("existing-networks");
        var checks = await new BeforeVerifier(plan, new RecordedClouds(plan)).CheckAsync(TestContext.Current.CancellationToken);

        var existing = plan.AwsSites.Any(site => site.Gateway.Existing == "tgw-0123456789abcdef0");
        Assert.Equal(existing ? 2 : 0, checks.Count(check => check is { Group: "inside networks", Passed: false }));
        Assert.Contains(checks, check => check is { Group: "quotas", Passed: true });
        Assert.Contains(checks, check => check is { Group: "resource providers", Name: "Microsoft.Network", Passed: true });
    }

    [Fact]
    public async Task Before_NotAllowed_IsNamedInBothClouds()
    {
        var plan = Plan("existing-networks");
        var clouds = new RecordedClouds(plan) { NotAllowed = ["ec2:CreateVpnConnection", "Microsoft.Network/virtualNetworkGateways/write"] };

        var off = (await new BeforeVerifier(plan, clouds, Needed).CheckAsync(TestContext.Current.CancellationToken)).Where(check => check is { Group: "permissions", Passed: false }).ToList();

        Assert.Equal(["1 not allowed: ec2:CreateVpnConnection", "1 not allowed: Microsoft.Network/virtualNetworkGateways/write"], off.Select(check => check.Seen));
        Assert.Contains(clouds.Calls, call => call.Contains("--policy-source-arn arn:aws:iam::111122223333:role/deploy ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_RootUser_IsNotSimulated()
    {
        var plan = Plan("minimal");
        var checks = await new BeforeVerifier(plan, new RecordedClouds(plan) { Login = "arn:aws:iam::111122223333:root" }, Needed).CheckAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(checks, check => check.Group == "permissions");
    }

    [Fact]
    public async Task Before_NoFreeAddresses_AreNamed()
    {
        var plan = Plan("minimal");
        var checks = await new BeforeVerifier(plan, new RecordedClouds(plan) { FreeAddresses = 1 }).CheckAsync(TestContext.Current.CancellationToken);

        Assert.Equal("1 free", Assert.Single(checks, check => check is { Group: "free addresses", Passed: false }).Seen);
    }

    private static ConnectivityPlan Plan(string example) => ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(VerbRun.Example(example)).Document!.Request);
}
