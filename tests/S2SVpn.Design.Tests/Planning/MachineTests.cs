using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class MachineTests
{
    [Fact]
    public void Of_AddressesLeftOpen_ArePutNearTheStartBesideTheGivenOnes()
    {
        var places = MachineLayout.Of(Requests.Starter with
        {
            Probes = new Probes
            {
                Aws = [new Probe { Name = "a" }, new Probe { Name = "b", Address = Ipv4.Parse("10.2.0.10") }, new Probe { Name = "c" }],
            },
        });
        Assert.Equal(["10.2.0.11", "10.2.0.10", "10.2.0.12"], places.Select(place => place.Address.ToString()));
        Assert.All(places, place => Assert.Equal(("aws", "app", MachineKind.Probe), (place.Site, place.Subnet, place.Kind)));
        Assert.Equal("probes.aws[1].address", places[1].Path.ToString());
    }

    [Fact]
    public void Of_SmallSubnet_UsesEveryPlaceOnceAndThenNone()
    {
        var places = MachineLayout.Of(Requests.Starter.WithAzure(_ => Requests.Azure("10.1.0.0/26") with
        {
            Network = Requests.Azure("10.1.0.0/26").Network with { Subnets = [new("app", new AzureSubnet { Cidr = Cidr.Parse("10.1.0.0/29") })] },
        }) with
        {
            Probes = new Probes { Azure = [.. "abcd".Select(name => new Probe { Name = $"{name}" })] },
        });
        Assert.Equal(["10.1.0.4", "10.1.0.5", "10.1.0.6", null], places.Select(place => place.Address?.ToString()));
    }

    [Fact]
    public void Of_FullUpperEnd_TakesThePlacesBeforeTheUsualStart()
    {
        var request = Requests.Starter.WithAws(_ => Requests.Aws("10.2.0.0/28")) with
        {
            Probes = new Probes { Aws = [.. Enumerable.Range(0, 12).Select(index => new Probe { Name = $"p{index}" })] },
        };
        var last = MachineLayout.Of(request).Select(place => place.Address?.ToString()).ToList();
        Assert.Equal(["10.2.0.10", "10.2.0.11", "10.2.0.12", "10.2.0.13", "10.2.0.14", "10.2.0.4"], last.Take(6));
        Assert.Equal("10.2.0.9", last[10]);
        Assert.Null(last[11]);
    }

    [Theory]
    [InlineData(int.MaxValue, 16)]
    [InlineData(-1, 0)]
    public void Of_AbsurdCount_IsCutToWhatARuleCanShow(int count, int places) => Assert.Equal(
        places,
        MachineLayout.Of(Requests.Starter.WithAws(site => site with
        {
            Gateway = new AwsGateway { Kind = AwsGatewayKind.Appliance, Appliance = new Appliance { Count = count } },
        })).Count);

    [Fact]
    public void Of_UnknownPlaces_AreNull()
    {
        var places = MachineLayout.Of(Requests.TwoRegions with
        {
            Probes = new Probes
            {
                Aws = [new Probe { Name = "a" }, new Probe { Name = "b", Site = "nowhere" }, new Probe { Name = "c", Site = "virginia", Subnet = "db" }],
            },
        });
        Assert.Equal([(null, null), ("nowhere", null), ("virginia", null)], places.Select(place => (place.Site, place.Subnet)));
        Assert.All(places, place => Assert.Null(place.Address));
    }

    [Fact]
    public void From_Probes_AreReachableOnlyByThoseWhoMay()
    {
        var request = Requests.Starter with
        {
            Probes = new Probes
            {
                SshFrom = Requests.Cidrs("203.0.113.7/32"),
                Aws = [new Probe { Name = "vm3", Address = Ipv4.Parse("10.2.0.20"), Size = "t3.small" }],
                Azure = [new Probe { Name = "vm1" }, new Probe { Name = "vm2", PublicAddress = false }],
            },
        };
        var plan = ConnectivityPlan.CreateUnchecked(request.WithAws(site => site with { Network = site.Network with { InternetGateway = true } }));
        Assert.Equal(
            [new ProbePlan { Key = "vm3", Name = "shop-prod-probe-vm3", Subnet = "app", Address = Ipv4.Parse("10.2.0.20"), Size = "t3.small", PublicIp = "shop-prod-probe-vm3-eip" }],
            plan.AwsSites[0].Probes);
        Assert.Equal(
            [("10.1.0.10", "shop-prod-probe-vm1-pip"), ("10.1.0.11", null)],
            plan.AzureSites[0].Probes.Select(probe => (probe.Address.ToString(), probe.PublicIp)));
        Assert.Equal(
            ["in-tcp-22-203-0-113-7-32", "out-tcp-80-0-0-0-0-0", "out-tcp-443-0-0-0-0-0"],
            plan.AwsSites[0].SecurityGroups.Single(group => group.Name == "shop-prod-probe-sg").Rules.Select(rule => rule.Key));
        var ssh = plan.AzureSites[0].SecurityGroups[0].Rules.Single(rule => rule.Name == "ssh-to-probes-in");
        Assert.Equal(Requests.Cidrs("10.1.0.10/32", "10.1.0.11/32"), ssh.Local);
        Assert.Equal(Requests.Cidrs("203.0.113.7/32"), ssh.Remote);
        Assert.Equal(new AwsRoutePlan(Cidr.Any, AwsRouteTarget.InternetGateway), Assert.Single(plan.AwsSites[0].Network.Routes));

        // Without a way in, no public address.
        Assert.Null(ConnectivityPlan.CreateUnchecked(request).AwsSites[0].Probes[0].PublicIp);
        Assert.Null(ConnectivityPlan.CreateUnchecked(Requests.Starter).AwsSites[0].Ssh);
    }
}
