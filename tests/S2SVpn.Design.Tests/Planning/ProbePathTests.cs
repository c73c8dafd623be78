using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class ProbePathTests
{
    private static readonly Probes OneEach = new() { Aws = [new Probe { Name = "a" }], Azure = [new Probe { Name = "z" }] };

    [Fact]
    public void Of_FlowEachWay_TellsWhatEachProbeReaches()
    {
        var paths = Paths(OneEach, Flow("azure", "aws") with { Tcp = [new(443, 443), new(5000, 6000), new(80, 90)] }, Flow("aws", "azure") with { Icmp = true });

        Assert.Equal(["a > z icmp ", "z > a 80,443,5201"], paths);
    }

    [Fact]
    public void Of_EverythingAllowed_TriesWhatIperfListensOn() =>
        Assert.Equal(["a > z icmp 5201"], Paths(OneEach, Flow("aws", "azure") with { All = true }));

    [Theory]
    [InlineData(NatKind.Static, NatDirection.Ingress, "10.2.0.0/16", "a > 10.1.0.10, z > 192.168.0.10")]
    [InlineData(NatKind.Static, NatDirection.Egress, "10.1.0.0/16", "a > 192.168.0.10, z > 10.2.0.10")]
    [InlineData(NatKind.Dynamic, NatDirection.Ingress, "10.2.0.0/16", "a > 10.1.0.10")]
    public void Of_TranslatedNetwork_CallsWhatItLooksLike(NatKind kind, NatDirection direction, string network, string expected)
    {
        var request = (Requests.Starter with
        {
            Links =
            [
                new Link
                {
                    Between = ["aws", "azure"],
                    Slot = 0,
                    Routing = Routing.Static,
                    Nat = [new NatRule { Name = "in", Kind = kind, Direction = direction, Internal = Requests.Cidrs(network), External = Requests.Cidrs("192.168.0.0/16") }],
                },
            ],
            Access = [Flow("aws", "azure") with { Icmp = true }, Flow("azure", "aws") with { Icmp = true }],
            Probes = OneEach,
        });

        Assert.Equal(expected, string.Join(", ", ProbePath.Of(ConnectivityPlan.CreateUnchecked(request)).Select(path => $"{path.From.Probe.Key} > {path.Address}")));
    }

    [Fact]
    public void Of_UdpAlone_HasNothingToTry() => Assert.Empty(Paths(OneEach, Flow("aws", "azure") with { Udp = [new(53, 53)] }));

    [Theory]
    [InlineData("azure.other")]
    [InlineData("10.1.9.0/24")]
    public void Of_FlowToElsewhere_IsNoPath(string to) => Assert.Empty(Paths(OneEach, Flow("aws", to) with { Icmp = true }));

    [Fact]
    public void Of_ProbesOfSitesThatNoLinkJoins_IsNoPath()
    {
        var request = Requests.TwoRegions with
        {
            Links = [Requests.TwoRegions.Links[0]],
            Access = [Flow("virginia", "west") with { Icmp = true }, Flow("frankfurt", "west") with { Icmp = true }],
            Probes = new Probes { Aws = [new Probe { Name = "f", Site = "frankfurt" }, new Probe { Name = "v", Site = "virginia" }], Azure = [new Probe { Name = "z" }] },
        };

        Assert.Equal(["f > z icmp "], ProbePath.Of(ConnectivityPlan.CreateUnchecked(request)).Select(Text));
    }

    [Fact]
    public void Of_ProbeWhoseAddressTheCloudChooses_GoesByItsSubnet()
    {
        var request = Requests.Starter.WithAws(site => site with
        {
            Network = new AwsNetwork
            {
                Existing = "vpc-0123456789abcdef0",
                Cidrs = Requests.Cidrs("10.2.0.0/16"),
                Subnets = [new("app", new AwsSubnet { Existing = "subnet-0123456789abcdef0" })],
            },
        }) with
        {
            Probes = OneEach,
            Access = [Flow("aws", "azure") with { Icmp = true }],
        };

        Assert.Equal(["a > z icmp "], ProbePath.Of(ConnectivityPlan.CreateUnchecked(request)).Select(Text));
    }

    private static AccessFlow Flow(string from, string to) => new() { From = [Requests.End(from)], To = [Requests.End(to)] };

    private static IEnumerable<string> Paths(Probes probes, params AccessFlow[] flows) => ProbePath.Of(ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with
    {
        Network = site.Network with
        {
            Subnets = [new("app", new AzureSubnet { Cidr = Cidr.Parse("10.1.1.0/24") }), new("other", new AzureSubnet { Cidr = Cidr.Parse("10.1.9.0/24") })],
        },
    }) with
    {
        Probes = probes,
        Access = [.. flows],
    })).Select(Text);

    private static string Text(ProbePath path) =>
        $"{path.From.Probe.Key} > {path.To.Probe.Key} {(path.Icmp ? "icmp " : "")}{string.Join(',', path.TcpPorts)}";
}
