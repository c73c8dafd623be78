using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class NamesTests
{
    private static readonly string Long = new('x', 30);

    [Theory]
    [InlineData(null, "shop-vpc")]
    [InlineData("prod", "shop-prod-vpc")]
    [InlineData("Prod EU/1", "shop-prod-eu-1-vpc")]
    [InlineData("---", "shop-vpc")]
    [InlineData("ümlaut", "shop-mlaut-vpc")]
    public void From_Environment_BecomesAPartOfEveryName(string? environment, string vpc) =>
        Assert.Equal(vpc, ConnectivityPlan.CreateUnchecked(Requests.Starter with { Environment = environment }).AwsSites[0].Network.Name);

    [Fact]
    public void From_LongestNames_StayWithinTheLimitsOfAzureAndDiffer()
    {
        var request = Requests.Starter with
        {
            Name = Long,
            Environment = new string('e', 100),
            Aws = [new(Long, Requests.Aws("10.2.0.0/16"))],
            Azure = [new(Long + "a", Requests.Azure("10.1.0.0/16")), new(Long + "b", Requests.Azure("10.3.0.0/16"))],
            Links =
            [
                new Link { Between = [Long, Long + "a"], Slot = 0 },
                new Link { Between = [Long, Long + "b"], Slot = 1 },
            ],
            Probes = new Probes { Azure = [new Probe { Name = Long + "-", Site = Long + "a" }, new Probe { Name = Long, Site = Long + "a" }] },
            Monitoring = new Monitoring { Notify = ["a@example.com"], Diagnostics = new Diagnostics { Enabled = true } },
        };
        var plan = ConnectivityPlan.CreateUnchecked(request);
        Assert.All(plan.AzureSites, site =>
        {
            Assert.True(site.Network.Name.Length <= 64);
            Assert.True(site.Gateway.Name.Length <= 80);
            Assert.True(site.Diagnostics!.Workspace!.Length <= 63);
            Assert.True(site.Alerts!.ShortName!.Length <= 12);
            Assert.All(site.Links[0].Connections, connection => Assert.True(connection.Name.Length <= 80));
            Assert.All(site.Probes, probe => Assert.True(probe.Name.Length <= 64 && char.IsAsciiLetterOrDigit(probe.Name[^1])));
        });
        Assert.NotEqual(plan.AzureSites[0].Network.Name, plan.AzureSites[1].Network.Name);
        Assert.Equal(2, plan.AzureSites[0].Probes.Select(probe => probe.Name).Distinct().Count());
        Assert.Equal(
            8, plan.AzureSites.SelectMany(site => site.Links).SelectMany(link => link.Connections).Select(each => each.Name).Distinct().Count());
    }

    [Fact]
    public void From_NameThatLooksLikeAnId_IsNoNameOfASecurityGroup()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with { Name = "sg-shop" });
        Assert.Equal("vpn-sg-shop-prod-app-sg", plan.AwsSites[0].Network.Subnets[0].SecurityGroup);
    }

    [Fact]
    public void From_SubnetsThatLookAlike_GetDifferentNames()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with
        {
            Network = site.Network with { Subnets = [new("a.b", new()), new("a b", new()), new("a-b", new())] },
        }));
        var groups = plan.AzureSites[0].Network.Subnets.Select(subnet => subnet.SecurityGroup!).ToList();
        Assert.Equal(3, groups.Distinct().Count());
        Assert.All(groups, group => Assert.Matches("^[a-z0-9-]+$", group));
        Assert.Equal("shop-prod-a-b-nsg", groups[2]);
    }

    [Fact]
    public void From_Tags_AreTheRequestsAndOurs()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with { Owner = "net@example.com", Tags = [new("cost-centre", "42")] });
        Assert.Equal(
            [new("vpn", "shop"), new("owner", "net@example.com"), new("environment", "prod"), new("managed-by", "s2svpn-cdktf"), new("cost-centre", "42")],
            plan.Tags);
        Assert.Equal(plan.Tags, plan.AwsSites[0].Tags);
        Assert.Equal(plan.Tags, plan.AzureSites[0].Tags);
    }

    [Fact]
    public void From_TagThatIsOurs_IsTakenFromTheRequest()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with { Owner = "a", Tags = [new("Owner", "b"), new("Name", "all")] });
        Assert.Equal(["vpn", "environment", "managed-by", "Owner", "Name"], plan.AzureSites[0].Tags.Keys);
        Assert.Equal("b", plan.Tags["Owner"]);
        Assert.Equal(["vpn", "environment", "managed-by", "Owner"], plan.AwsSites[0].Tags.Keys);
    }
}
