using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>What holds for the tunnels of any request that no rule refuses. A failure prints its seed and the smallest request.</summary>
public sealed class TunnelPropertyTests
{
    [Fact]
    public void From_AnyRequest_GivesEachTunnelOfAGatewayItsOwnInsideNetwork() => PlanProperty.Holds((_, plan) =>
    {
        Assert.All(plan.Links.GroupBy(link => link.AwsSite), PlanProperty.AreDistinct);
        Assert.All(plan.Links.GroupBy(link => link.AzureSite), PlanProperty.AreDistinct);
    });

    [Fact]
    public void From_AnyRequest_StaysInTheRangesAndGivesAwsTheFirstHost() => PlanProperty.Holds((request, plan) =>
    {
        Assert.All(plan.Tunnels, tunnel =>
        {
            Assert.Contains(InsideCidr.AzureRanges, range => range.Contains(tunnel.Inside.Cidr));
            Assert.DoesNotContain(InsideCidr.AwsReserved, range => range.Overlaps(tunnel.Inside.Cidr));
            Assert.Equal(tunnel.Inside.Cidr.Host(2), tunnel.AzureAddress);
        });
        var separate = plan.Links.Where(link => !Shares(request, link)).SelectMany(link => link.Tunnels);
        Assert.All(separate, tunnel => Assert.Equal(tunnel.Inside.Cidr.Host(1), tunnel.AwsAddress));
        Assert.All(plan.Links.Where(link => Shares(request, link)).SelectMany(link => link.Tunnels.GroupBy(tunnel => tunnel.Number)), machine =>
            Assert.Single(machine.Select(tunnel => tunnel.AwsAddress).Distinct()));
    });

    [Fact]
    public void From_AnyRequest_GivesEachTunnelItsOwnKey() => PlanProperty.Holds((request, plan) =>
    {
        var slots = plan.Links.SelectMany(link => link.Keys).ToList();
        Assert.Equal(slots.Count, slots.Select(slot => slot.Name).Distinct().Count());
        Assert.Equal(slots.Count(slot => slot.Variable is not null), slots.Select(slot => slot.Variable).OfType<string>().Distinct().Count());
        Assert.Equal(slots.Count(slot => slot.SecretsManager is not null), slots.Select(slot => slot.SecretsManager).OfType<AwsSecretPlan>().Distinct().Count());
        Assert.All(plan.Links, link =>
        {
            Assert.Equal(link.Tunnels.Select(tunnel => tunnel.Key).Distinct(), link.Keys.Select(key => key.Name));
            Assert.Equal(Shares(request, link) ? link.Connections[0].Tunnels.Count : link.Tunnels.Count(), link.Keys.Count);
        });
    });

    [Fact]
    public void From_AnyRequest_ProposesTheSameCryptoAtBothEnds() => PlanProperty.Holds((_, plan) =>
    {
        foreach (var link in plan.Links)
        {
            var aws = plan.AwsSite(link.AwsSite).Links.Single(each => each.Name == link.Name);
            var azure = plan.AzureSite(link.AzureSite).Links.Single(each => each.Name == link.Name);
            Assert.Equal((link.Crypto, link.Crypto), (aws.Crypto, azure.Crypto));
            Assert.All(aws.Connections.SelectMany(connection => connection.Tunnels), tunnel =>
                Assert.All(azure.Connections.Select(connection => connection.Policy), policy => SameCrypto.Assert(tunnel.Crypto, policy)));
        }
    });

    [Fact]
    public void From_AnyRequest_PairsTheEndsOfEveryTunnel() => PlanProperty.Holds((request, plan) =>
    {
        foreach (var link in plan.Links)
        {
            var (aws, azure) = (plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
            var awsEnd = aws.Links.Single(each => each.Name == link.Name);
            var azureEnd = azure.Links.Single(each => each.Name == link.Name);
            Assert.Equal(
                link.Tunnels,
                awsEnd.Connections.SelectMany(connection => connection.Tunnels).Select(tunnel => tunnel.Tunnel)
                    .Concat(awsEnd.ApplianceTunnels.Select(tunnel => tunnel.Tunnel)));
            Assert.Equal(
                link.Tunnels.Where(tunnel => tunnel.IsUsed).Order(ByPlace),
                azureEnd.Connections.SelectMany(connection => connection.Tunnels)
                    .Concat(azureEnd.ApplianceTunnels.Select(tunnel => tunnel.Tunnel)).Order(ByPlace));
            Assert.All(awsEnd.Connections, connection =>
            {
                var gateway = aws.CustomerGateways.Single(each => each.Name == connection.CustomerGateway);
                Assert.Equal((link.AzureSite, link.Connections[connection.Number - 1].AzureInstance, azure.Gateway.Asn), (gateway.Peer, gateway.Endpoint, gateway.Asn));
            });
            Assert.All(azureEnd.Connections, connection => Assert.All(connection.Tunnels, tunnel => Assert.Equal(connection.Key, tunnel.Key)));
        }
    });

    [Fact]
    public void From_AnyRequest_NamesBgpAddressesThatTheGatewayHas() => PlanProperty.Holds((_, plan) =>
    {
        foreach (var site in plan.AzureSites)
        {
            var instances = site.Gateway.Instances;
            Assert.All(instances, instance => Assert.Equal(instance.BgpAddresses.Distinct().Order(), instance.BgpAddresses));
            foreach (var connection in site.Links.SelectMany(link => link.Connections))
            {
                Assert.Equal(connection.Bgp && site.Gateway.ActiveActive, connection.CustomBgpAddresses is not null);
                Assert.Equal(connection.Bgp, connection.LocalNetworkGateway.Asn is not null);
                if (connection.CustomBgpAddresses is { } custom)
                {
                    Assert.Contains(custom.Primary, instances[0].BgpAddresses);
                    Assert.Contains(custom.Secondary, instances[1].BgpAddresses);
                    Assert.NotEqual(custom.Primary, custom.Secondary);
                    Assert.All(connection.Tunnels, tunnel =>
                        Assert.Equal(tunnel.AzureAddress, tunnel.AzureInstance == 0 ? custom.Primary : custom.Secondary));
                }
            }
        }
    });

    [Fact]
    public void From_AnyRequest_LosesNoPrefix() => PlanProperty.Holds((request, plan) =>
    {
        foreach (var link in plan.Links)
        {
            var (aws, azure) = (plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
            Assert.Equal(NetworkLayout.Of(request.Aws[link.AwsSite]).Prefixes, link.Networks.Aws);
            Assert.Equal(NetworkLayout.Of(request.Azure[link.AzureSite]).Prefixes, link.Networks.Azure);
            var awsEnd = aws.Links.Single(each => each.Name == link.Name);
            var azureEnd = azure.Links.Single(each => each.Name == link.Name);
            var bgp = link.Routing == Routing.Bgp;
            Assert.All(azureEnd.Connections, connection =>
                Assert.Equal(bgp ? [] : link.Networks.Aws.Order(), connection.LocalNetworkGateway.AddressSpace));
            Assert.All(awsEnd.Connections, connection =>
            {
                Assert.Equal(!bgp, connection.StaticRoutesOnly);
                Assert.Equal(bgp || aws.Gateway.Kind == AwsGatewayKind.Transit ? [] : link.Networks.Azure.Order(), connection.StaticRoutes);
            });
            Assert.All(link.Networks.Azure, prefix =>
            {
                Assert.True(aws.Gateway.Propagate || aws.Network.Routes.Any(route => route.Destination == prefix && route.Target != AwsRouteTarget.InternetGateway));
                Assert.True(bgp || aws.Gateway.Kind != AwsGatewayKind.Transit || aws.Gateway.Transit!.StaticRoutes.Any(route => route.Destination == prefix));
            });
            Assert.All(link.Networks.Aws, prefix => Assert.True(
                (bgp && azure.Gateway.Kind == AzureGatewayKind.Managed) || azure.Network.RouteTable!.Routes.Any(route => route.Destination == prefix)));
        }
    });

    private static IComparer<TunnelPlan> ByPlace { get; } = Comparer<TunnelPlan>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id));

    private static bool Shares(VpnRequest request, LinkPlan link) =>
        request.Aws[link.AwsSite].Gateway.Kind == AwsGatewayKind.Appliance && request.Azure[link.AzureSite].Gateway.Kind == AzureGatewayKind.Managed;
}
