using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class FilterTests
{
    private static readonly VpnRequest WithDb = Requests.Starter
        .WithAws(site => site with { Network = site.Network with { Subnets = [new("app", new()), new("db", new())] } })
        .WithAzure(site => site with { Network = site.Network with { Subnets = [new("app", new()), new("web", new())] } });

    [Fact]
    public void From_NoAccess_AdmitsNothing()
    {
        var plan = ConnectivityPlan.CreateUnchecked(WithDb);
        Assert.All(plan.AwsSites[0].SecurityGroups, group => Assert.Empty(group.Rules));
        Assert.All(plan.AzureSites[0].SecurityGroups, group =>
        {
            Assert.Equal(
                ["within-the-site-in", "within-the-site-out", "health-probes-in", "nothing-else-in", "nothing-else-out"], group.Rules.Select(rule => rule.Name));
            Assert.Equal([true, true, true, false, false], group.Rules.Select(rule => rule.Allow));
            Assert.Equal(Requests.Cidrs("10.1.0.0/16"), group.Rules[0].Remote);
        });
    }

    [Fact]
    public void From_FlowBetweenSubnets_IsAdmittedThereAndNowhereElse()
    {
        var plan = Plan("azure.app", "aws.db", flow => flow with { Tcp = [new(443, 443), new(5432, 5433)], Icmp = true, Why = "orders" });
        var aws = plan.AwsSites[0].SecurityGroups.ToDictionary(group => group.Subnet!);
        Assert.Empty(aws["app"].Rules);
        Assert.Equal(
            ["in-tcp-443-10-1-0-0-24", "in-tcp-5432-5433-10-1-0-0-24", "in-icmp-10-1-0-0-24"], aws["db"].Rules.Select(rule => rule.Key));
        Assert.All(aws["db"].Rules, rule => Assert.Equal("orders", rule.Description));

        var azure = plan.AzureSites[0].SecurityGroups.ToDictionary(group => group.Place);
        Assert.Equal(5, azure["web"].Rules.Count);
        var tcp = azure["app"].Rules[0];
        Assert.Equal(
            ("access-1-tcp-out", 101, FlowDirection.Outbound, true, Protocol.Tcp, "[443, 5432-5433]", "[10.1.0.0/24]", "[10.2.1.0/24]"),
            (tcp.Name, tcp.Priority, tcp.Direction, tcp.Allow, tcp.Protocol, tcp.Ports.ToString(), tcp.Local.ToString(), tcp.Remote.ToString()));
        Assert.Equal(("access-1-icmp-out", 103, Protocol.Icmp), (azure["app"].Rules[1].Name, azure["app"].Rules[1].Priority, azure["app"].Rules[1].Protocol));
    }

    [Fact]
    public void From_FlowOfWholeSitesAndAddresses_IsCutToEachSubnet()
    {
        var plan = Plan("aws", "10.1.1.7", flow => flow with { All = true });
        Assert.All(plan.AwsSites[0].SecurityGroups, group => Assert.Equal(["out-any-10-1-1-7-32"], group.Rules.Select(rule => rule.Key)));
        var azure = plan.AzureSites[0].SecurityGroups.ToDictionary(group => group.Place);
        Assert.Equal(5, azure["app"].Rules.Count);
        Assert.Equal(("[10.1.1.7/32]", "[10.2.0.0/16]"), (azure["web"].Rules[0].Local.ToString(), azure["web"].Rules[0].Remote.ToString()));

        var flow = Assert.Single(plan.Flows);
        Assert.Equal(new FlowEndPlan(Cloud.Azure, "azure", null, Cidr.Parse("10.1.1.7/32")), Assert.Single(flow.To));
        Assert.Equal(new FlowEndPlan(Cloud.Aws, "aws", null, Cidr.Parse("10.2.0.0/16")), Assert.Single(flow.From));
    }

    [Fact]
    public void From_FlowOfAWideNetwork_IsCutToTheSitesOnTheOtherSide()
    {
        var flow = Assert.Single(Plan("10.0.0.0/8", "azure.app", flow => flow with { Udp = [new(53, 53)] }).Flows);
        Assert.Equal([new FlowEndPlan(Cloud.Aws, "aws", null, Cidr.Parse("10.2.0.0/16"))], flow.From);
    }

    [Fact]
    public void From_FlowBetweenSitesWithoutALink_IsAdmittedNowhere()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.TwoRegions with
        {
            Links = [Requests.TwoRegions.Links[0]],
            Access = [new AccessFlow { From = [Requests.End("virginia")], To = [Requests.End("west")], All = true }],
        });
        Assert.Empty(plan.AwsSite("virginia").SecurityGroups[0].Rules);
        Assert.Equal(5, plan.AzureSites[0].SecurityGroups[0].Rules.Count);
    }

    [Fact]
    public void From_LongOrForeignReason_IsCutToWhatEachCloudTakes()
    {
        var plan = Plan("aws.app", "azure.app", flow => flow with { All = true, Why = "Bestellungen fürs Lager? " + new string('x', 300) });
        var aws = plan.AwsSites[0].SecurityGroups[0].Rules[0].Description;
        Assert.Equal((255, "Bestellungen f-rs Lager- x"), (aws.Length, aws[..26]));
        Assert.Equal(140, plan.AzureSites[0].SecurityGroups[0].Rules[0].Description.Length);
    }

    [Fact]
    public void From_ManyFlows_KeepTheirPrioritiesWhenOneIsAdded()
    {
        var flows = Enumerable.Range(1, 20)
            .Select(port => new AccessFlow { From = [Requests.End("aws.app")], To = [Requests.End("azure.app")], Tcp = [new(port, port)] })
            .ToValueList();
        var before = ConnectivityPlan.CreateUnchecked(WithDb with { Access = [.. flows.Take(19)] }).AzureSites[0].SecurityGroups[0].Rules;
        var after = ConnectivityPlan.CreateUnchecked(WithDb with { Access = flows }).AzureSites[0].SecurityGroups[0].Rules;
        Assert.Empty(before.Except(after));
        Assert.Equal(after.Count, after.Select(rule => (rule.Direction, rule.Priority)).Distinct().Count());
        Assert.Throws<ArgumentException>(() => ConnectivityPlan.CreateUnchecked(WithDb with { Access = [.. Enumerable.Repeat(flows[0], 1000)] }));
    }

    [Fact]
    public void From_FlowOfUnknownEnds_Throws()
    {
        Assert.Throws<ArgumentException>(() => Plan("nowhere", "azure", flow => flow with { All = true }));
        Assert.Throws<ArgumentException>(() => Plan("aws.nothing", "azure", flow => flow with { All = true }));
    }

    private static ConnectivityPlan Plan(string from, string to, Func<AccessFlow, AccessFlow> change) => ConnectivityPlan.CreateUnchecked(
        WithDb with { Access = [change(new AccessFlow { From = [Requests.End(from)], To = [Requests.End(to)] })] });
}
