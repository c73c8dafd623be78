using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>What holds for the plan of any request that no rule refuses. A failure prints its seed and the smallest request.</summary>
public sealed class PlanPropertyTests
{
    private const int Runs = 100;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(Runs);

    [Fact]
    public void Check_AnyRequest_HasNoError() => Holds((request, _) => Assert.Empty(Errors(request)));

    [Fact]
    public void From_EditedRequestThatTheRulesLetPass_HasAPlan() => Prop
        .ForAll(EditedRequests.All.ToArbitrary(), request =>
        {
            if (Errors(request).Count > 0)
            {
                return;
            }

            var plan = ConnectivityPlan.CreateUnchecked(request);
            Assert.All(plan.Links.GroupBy(link => link.AwsSite), AreDistinct);
            Assert.All(plan.Links.GroupBy(link => link.AzureSite), AreDistinct);
            Assert.NotEmpty(PlanJson.Write(plan));
        })
        .Check(Config.WithMaxTest(5 * Runs));

    [Fact]
    public void From_AnyRequest_GivesEachTunnelOfAGatewayItsOwnInsideNetwork() => Holds((_, plan) =>
    {
        Assert.All(plan.Links.GroupBy(link => link.AwsSite), AreDistinct);
        Assert.All(plan.Links.GroupBy(link => link.AzureSite), AreDistinct);
    });

    [Fact]
    public void From_AnyRequest_StaysInTheRangesAndGivesAwsTheFirstHost() => Holds((request, plan) =>
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
    public void From_AnyRequest_GivesEachTunnelItsOwnKey() => Holds((request, plan) =>
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
    public void From_AnyRequest_ProposesTheSameCryptoAtBothEnds() => Holds((_, plan) =>
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
    public void From_AnyRequest_PairsTheEndsOfEveryTunnel() => Holds((request, plan) =>
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
    public void From_AnyRequest_NamesBgpAddressesThatTheGatewayHas() => Holds((_, plan) =>
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
    public void From_AnyRequest_LosesNoPrefix() => Holds((request, plan) =>
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

    [Fact]
    public void From_SameRequest_GivesAnEqualPlan() => Holds((request, plan) =>
    {
        var again = ConnectivityPlan.CreateUnchecked(request with { Links = [.. request.Links.Select(link => link with { })] });
        Assert.Equal(plan, again);
        Assert.Equal(plan.GetHashCode(), again.GetHashCode());
        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(again));
    });

    [Fact]
    public void From_RequestWithOneLinkMore_ChangesNoOtherTunnel() => Holds((request, plan) =>
    {
        var without = ConnectivityPlan.CreateUnchecked(request with { Links = [.. request.Links.SkipLast(1)] });
        Assert.Equal(without.Links, plan.Links.SkipLast(1));
        foreach (var (before, after) in without.AwsSites.Zip(plan.AwsSites))
        {
            Assert.Empty(before.Links.Except(after.Links));
            Assert.Empty(before.CustomerGateways.Except(after.CustomerGateways));
        }

        foreach (var (before, after) in without.AzureSites.Zip(plan.AzureSites))
        {
            Assert.Empty(before.Links.Except(after.Links));
            Assert.All(before.Gateway.Instances, instance =>
                Assert.Empty(instance.BgpAddresses.Except(after.Gateway.Instances[instance.Index].BgpAddresses)));
        }
    });

    [Fact]
    public void From_AnyRequest_ChangesEachGatewayByOneStepAfterTheOther() => Holds((_, plan) => Assert.All(plan.AzureSites, site =>
    {
        Assert.Equal(site.GatewaySteps.Count, site.GatewaySteps.Distinct().Count());
        Assert.Equal(site.GatewaySteps, site.GatewaySteps.OrderBy(step => step.Kind));
        Assert.Equal(site.Network.Spokes.Count + site.Gateway.NatRules.Count + site.Links.Sum(link => link.Connections.Count), site.GatewaySteps.Count);
    }));

    [Fact]
    public void From_AnyRequest_NamesWithinTheLimitsAndOnlyOnce() => Holds((_, plan) =>
    {
        string[] names =
        [
            .. plan.AzureSites.Select(site => site.Network.Name),
            .. plan.AzureSites.Select(site => site.Gateway.Name),
            .. plan.AzureSites.SelectMany(site => site.Links).SelectMany(link => link.Connections).SelectMany(connection => new[] { connection.Name, connection.LocalNetworkGateway.Name }),
            .. plan.AzureSites.SelectMany(site => site.Gateway.Instances).Select(instance => instance.PublicIp!),
            .. plan.AzureSites.SelectMany(site => site.SecurityGroups).Select(group => group.Name),
        ];
        Assert.All(names, name => Assert.Matches("^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$", name));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var connections = plan.AwsSites.SelectMany(site => site.Links).SelectMany(link => link.Connections).Select(connection => connection.Name).ToList();
        Assert.Equal(connections.Count, connections.Distinct().Count());
    });

    [Fact]
    public void From_AnyRequest_AdmitsExactlyTheFlowsOfTheRequest() => Holds((request, plan) =>
    {
        foreach (var link in plan.Links)
        {
            var filters = new Filters(plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
            foreach (var (aws, azure, direction, port) in filters.Samples())
            {
                var asked = Flows.Asks(request, link, aws, azure, direction, port);
                Assert.Equal((asked, asked), filters.Admit(aws, azure, direction, port));
            }
        }
    });

    private static IComparer<TunnelPlan> ByPlace { get; } = Comparer<TunnelPlan>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id));

    private static List<string> Errors(VpnRequest request)
    {
        var sources = new SourceMap.Builder(new SourceSpan("made-up.yaml", 1, 1, 0)).Build();
        return RuleBook.Check(new RequestDocument(request, sources)).Where(finding => finding.Stops).Select(finding => finding.Message).ToList();
    }

    private static void AreDistinct(IEnumerable<LinkPlan> links)
    {
        var inside = links.SelectMany(link => link.Tunnels).Select(tunnel => tunnel.Inside).ToList();
        Assert.Equal(inside.Count, inside.Distinct().Count());
    }

    private static bool Shares(VpnRequest request, LinkPlan link) =>
        request.Aws[link.AwsSite].Gateway.Kind == AwsGatewayKind.Appliance && request.Azure[link.AzureSite].Gateway.Kind == AzureGatewayKind.Managed;

    private static void Holds(Action<VpnRequest, ConnectivityPlan> property) => Prop
        .ForAll(LegalRequests.All.ToArbitrary(), request => property(request, ConnectivityPlan.CreateUnchecked(request)))
        .Check(Config);
}
