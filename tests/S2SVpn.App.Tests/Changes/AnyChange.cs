using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Makes up a request that is deployed and another to deploy: anything else of the same name, or the same with a few edits.</summary>
internal static class AnyChange
{
    private static readonly SourceMap Nowhere = new SourceMap.Builder(new SourceSpan("s2svpn.yaml", 1, 1, 0)).Build();

    private const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";
    private const string Vault = $"{Group}/providers/Microsoft.KeyVault/vaults/kv-vpn";
    private const string Vnet = $"{Group}/providers/Microsoft.Network/virtualNetworks/vnet";

    private static readonly Func<VpnRequest, VpnRequest>[] Edits =
    [
        request => request with { Environment = "test" },
        request => request with { Owner = "net@example.com", Tags = [new("cost-centre", "42")] },
        request => request with { Access = [] },
        request => request with { Monitoring = new Monitoring { Notify = ["noc@example.com"], Alarms = new Alarms { Enabled = true }, Dashboard = true } },
        request => request with { Probes = new Probes { Aws = [new Probe { Name = "p", Site = request.Aws.First().Key }] } },
        request => request with { Probes = new Probes { Azure = [new Probe { Name = "q", Site = request.Azure.First().Key }] } },
        request => request with { Links = [.. request.Links.Skip(1)] },
        request => request with { Links = [.. request.Links.Reverse()] },
        request => FirstLink(request, link => link with { Slot = 30 }),
        request => FirstLink(request, link => link with { Routing = link.Routing == Routing.Bgp ? Routing.Static : Routing.Bgp }),
        request => FirstLink(request, link => link with { Name = "renamed" }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { Source = KeySource.Aws } }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { Source = KeySource.Variables } }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { Length = 40 } }),
        request => FirstLink(request, link => link with { Crypto = new CryptoRequest { Profile = CryptoProfileName.Balanced } }),
        request => FirstLink(request, link => link with { Tunnels = new TunnelOptions { Dpd = new Dpd { Timeout = new Duration(60) } } }),
        request => FirstLink(request, link => link with { Tunnels = new TunnelOptions { Logs = new TunnelLogs { Activity = true } } }),
        request => FirstLink(Translatable(request), link => link with { Routing = Routing.Static, Nat = [Outward(request, link)] }),
        request => FirstLink(Translatable(request), link => link with { Routing = Routing.Static, Nat = [Outward(request, link), Inward(request, link)] }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { SecretsManager = new SecretsManagerKeys { Secrets = ["one", "two", "three", "four"] } } }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { KeyVault = new KeyVaultKeys { Vault = Vault, Secrets = ["one", "two", "three", "four"] } } }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { Storage = KeyStorage.SecretsManager } }),
        request => FirstLink(request, link => link with { Keys = new KeyRequest { CopyTo = new KeyCopies { SecretsManager = new SecretsManagerKeys { Prefix = "vpn" }, KeyVault = new KeyVaultKeys { Vault = Vault } } } }),
        request => FirstAws(request, site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit, Existing = "tgw-0a1b2c3d4e5f60718", Asn = Asn.Parse("64512") } }),
        request => FirstAws(request, site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.VirtualPrivate, Existing = "vgw-0a1b2c3d4e5f60718", Asn = Asn.Parse("64512") } }),
        request => FirstAws(request, site => site with { Network = Existing(site.Network) }),
        request => FirstAzure(request, site => site with { ResourceGroup = new ResourceGroup { Name = "rg", Existing = true } }),
        request => FirstAzure(request, site => site with { Network = Existing(site.Network) }),
        request => FirstAzure(request, site => site with { Network = Existing(site.Network), Gateway = new AzureGateway { Existing = $"{Group}/providers/Microsoft.Network/virtualNetworkGateways/gw" } }),
        request => FirstAzure(request, site => site with { Network = site.Network with { Spokes = [.. site.Network.Spokes, new Spoke { Name = "more", Cidrs = Requests.Cidrs("192.168.0.0/20") }] } }),
        request => FirstAws(request, site => site with { Region = "eu-west-1" }),
        request => FirstAws(request, site => site with { Gateway = new AwsGateway { Kind = site.Gateway.Kind == AwsGatewayKind.Transit ? AwsGatewayKind.VirtualPrivate : AwsGatewayKind.Transit } }),
        request => FirstAws(request, site => site with { Gateway = site.Gateway with { Asn = Asn.Parse("64999") } }),
        request => FirstAws(request, site => site with { Network = site.Network with { Cidrs = Requests.Cidrs("10.77.0.0/16") } }),
        request => FirstAws(request, site => site with { Network = site.Network with { Subnets = [new("web", new AwsSubnet()), new("app", new AwsSubnet())] } }),
        request => FirstAws(request, site => site with { Network = site.Network with { InternetGateway = true } }),
        request => FirstAzure(request, site => site with { Location = "northeurope" }),
        request => FirstAzure(request, site => site with { Gateway = site.Gateway with { Sku = GatewaySku.VpnGw2AZ } }),
        request => FirstAzure(request, site => site with { Gateway = site.Gateway with { Asn = Asn.Parse("65099") } }),
        request => FirstAzure(request, site => site with { Gateway = site.Gateway with { Zones = [1] } }),
        request => FirstAzure(request, site => site with { Gateway = site.Gateway with { ActiveActive = !site.Gateway.ActiveActive } }),
        request => FirstAzure(request, site => site with { Network = site.Network with { Cidrs = Requests.Cidrs("172.30.0.0/16") } }),
        request => FirstAzure(request, site => site with { Network = site.Network with { Subnets = [new("web", new AzureSubnet()), new("app", new AzureSubnet())] } }),
        request => FirstAzure(request, site => site with { Network = site.Network with { Spokes = [] } }),
        request => request with { Aws = Renamed(request.Aws, "a0", "moved"), Links = [.. request.Links.Select(link => link with { Between = [.. link.Between.Select(site => site == "a0" ? "moved" : site)] })], Access = [] },
    ];

    public static Gen<(VpnRequest Before, VpnRequest After)> All { get; } = Gen.OneOf(
        Gen.Zip(LegalRequests.All, LegalRequests.All).Select(pair => (pair.Item1, pair.Item2)),
        Edited,
        Edited,
        Edited).Where(pair => IsLegal(pair.Item1) && IsLegal(pair.Item2) && pair.Item1 != pair.Item2);

    private static Gen<(VpnRequest Before, VpnRequest After)> Edited =>
        from request in LegalRequests.All
        from first in Gen.ArrayOf(Gen.Elements(Edits), 2)
        from count in Gen.Choose(1, 3)
        from second in Gen.ArrayOf(Gen.Elements(Edits), count)
        let before = first.Aggregate(request, (edited, edit) => edit(edited))
        select (before, second.Aggregate(before, (edited, edit) => edit(edited)));

    /// <summary>Pairs that are simpler by one thing: fewer sites and links, then less that differs.</summary>
    public static IEnumerable<(VpnRequest Before, VpnRequest After)> Simpler((VpnRequest Before, VpnRequest After) pair)
    {
        var (before, after) = pair;
        IEnumerable<(VpnRequest, VpnRequest)> candidates =
        [
            .. before.Links.Where(_ => before.Links.Count > 1).Select(link => (Without(before, link), Without(after, link))),
            .. after.Links.Where(_ => after.Links.Count > 1).Select(link => (before, Without(after, link))),
            (before with { Access = [] }, after with { Access = [] }),
            (before, after with { Links = before.Links, Aws = before.Aws, Azure = before.Azure }),
            (before, after with { Aws = before.Aws, Links = before.Links }),
            (before, after with { Azure = before.Azure, Links = before.Links }),
            (before, after with { Access = before.Access }),
            (before, after with { Monitoring = before.Monitoring }),
            (before, after with { Probes = before.Probes }),
            (before with { Monitoring = new() }, after with { Monitoring = new() }),
            (before with { Probes = new() }, after with { Probes = new() }),
        ];
        return candidates.Where(candidate => candidate != pair && candidate.Item1 != candidate.Item2 && IsLegal(candidate.Item1) && IsLegal(candidate.Item2));
    }

    private static VpnRequest Without(VpnRequest request, Link link)
    {
        var links = request.Links.Where(other => other.Name != link.Name).ToValueList();
        var used = links.SelectMany(other => other.Between).ToHashSet();
        return links.Count == 0 ? request : request with
        {
            Links = links,
            Aws = request.Aws.Where(site => used.Contains(site.Key)).ToValueMap(),
            Azure = request.Azure.Where(site => used.Contains(site.Key)).ToValueMap(),
            Access = [],
        };
    }

    private static bool IsLegal(VpnRequest request)
    {
        var findings = RuleBook.Check(new RequestDocument(request, Nowhere));
        return !findings.Any(finding => finding.Stops);
    }

    private static VpnRequest FirstLink(VpnRequest request, Func<Link, Link> change) =>
        request.Links.Count == 0 ? request : request with { Links = [change(request.Links[0]), .. request.Links.Skip(1)] };

    private static VpnRequest FirstAws(VpnRequest request, Func<AwsSite, AwsSite> change) => request with { Aws = First(request.Aws, change) };

    private static VpnRequest FirstAzure(VpnRequest request, Func<AzureSite, AzureSite> change) => request with { Azure = First(request.Azure, change) };

    private static ValueMap<T> First<T>(ValueMap<T> sites, Func<T, T> change) =>
        sites.Select((site, index) => index == 0 ? KeyValuePair.Create(site.Key, change(site.Value)) : site).ToValueMap();

    private static ValueMap<T> Renamed<T>(ValueMap<T> sites, string name, string other) =>
        sites.Select(site => site.Key == name ? KeyValuePair.Create(other, site.Value) : site).ToValueMap();

    // The smallest gateway has no translation.
    private static VpnRequest Translatable(VpnRequest request) => FirstAzure(request, site => site with { Gateway = site.Gateway with { Sku = GatewaySku.VpnGw2AZ } });

    private static NatRule Outward(VpnRequest request, Link link) =>
        Translation("out", NatDirection.Egress, request.Azure[link.Between.First(request.Azure.ContainsKey)].Network.Cidrs[0], "100.64.0.0");

    private static NatRule Inward(VpnRequest request, Link link) =>
        Translation("in", NatDirection.Ingress, request.Aws[link.Between.First(request.Aws.ContainsKey)].Network.Cidrs[0], "100.80.0.0");

    private static NatRule Translation(string name, NatDirection direction, Cidr network, string other) =>
        new() { Name = name, Direction = direction, Internal = [network], External = [Cidr.Around(Ipv4.Parse(other), network.PrefixLength)] };

    private static AwsNetwork Existing(AwsNetwork network) => new()
    {
        Existing = "vpc-0a1b2c3d4e5f60718",
        Cidrs = network.Cidrs,
        Subnets = [new("app", new AwsSubnet { Existing = "subnet-0a1b2c3d4e5f60718", Cidr = Part(network.Cidrs[0]) })],
        RouteTables = ["rtb-0a1b2c3d4e5f60718"],
        SecurityGroups = ["sg-0a1b2c3d4e5f60718"],
    };

    private static AzureNetwork Existing(AzureNetwork network) => new()
    {
        Existing = Vnet,
        Cidrs = network.Cidrs,
        Subnets = [new("app", new AzureSubnet { Existing = $"{Vnet}/subnets/app", Cidr = Part(network.Cidrs[0]) })],
        GatewaySubnet = new GatewaySubnet { Existing = $"{Vnet}/subnets/GatewaySubnet", Cidr = new Cidr(network.Cidrs[0].Host(network.Cidrs[0].Size - 32), 27) },
    };

    private static Cidr Part(Cidr network) => new(network.First, 24);
}
