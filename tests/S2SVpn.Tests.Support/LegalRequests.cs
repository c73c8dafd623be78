using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Tests.Support;

/// <summary>Makes up requests that no rule refuses: every kind of gateway, several sites, links in any slots.</summary>
public static class LegalRequests
{
    private const int MostSites = 3;
    private const int MostLinks = 6;

    public static Gen<VpnRequest> All { get; } =
        from aws in Sites("a", Aws)
        from azure in Sites("z", Azure)
        from links in Links(aws, azure)
        from access in Gen.ListOf(Flow(aws, links)).Select(flows => flows.Take(5).ToValueList())
        from environment in Gen.Elements(null, "prod", "Test 1")
        from copies in Gen.Elements(true, false)
        select new VpnRequest
        {
            Name = "shop",
            Environment = environment,
            Aws = aws,
            Azure = azure,
            Links = copies ? links : [.. links.Select(link => link with { Keys = new KeyRequest() })],
            Access = access,
        };

    private static Gen<ValueMap<T>> Sites<T>(string prefix, Func<string, int, Gen<T>> site) =>
        from count in Gen.Choose(1, MostSites)
        from sites in Gen.CollectToArray(Enumerable.Range(0, count), index => site($"{prefix}{index}", index))
        select sites.Select((each, index) => KeyValuePair.Create($"{prefix}{index}", each)).ToValueMap();

    private static Gen<AwsSite> Aws(string name, int index) =>
        from length in Gen.Choose(16, 22)
        from kind in Gen.Elements(AwsGatewayKind.VirtualPrivate, AwsGatewayKind.Transit, AwsGatewayKind.Appliance)
        from machines in Gen.Choose(1, 2)
        from subnets in Gen.Elements<string[]>([], ["app", "db"])
        from behind in Gen.Elements(true, false)
        select new AwsSite
        {
            Region = "eu-central-1",
            Network = new AwsNetwork
            {
                Cidrs = [Cidr.Around(Ipv4.Parse($"10.{index}.0.0"), length)],
                Subnets = subnets.Select(subnet => KeyValuePair.Create(subnet, new AwsSubnet())).ToValueMap(),
            },
            Gateway = new AwsGateway
            {
                Kind = kind,
                Appliance = kind == AwsGatewayKind.Appliance ? new Appliance { Count = machines } : null,
            },
            Behind = behind ? Requests.Cidrs($"10.{100 + index}.0.0/16") : [],
        };

    private static Gen<AzureSite> Azure(string name, int index) =>
        from length in Gen.Choose(16, 22)
        from kind in Gen.Elements(AzureGatewayKind.Managed, AzureGatewayKind.Managed, AzureGatewayKind.Appliance)
        from machines in Gen.Choose(1, 2)
        from active in Gen.Elements(true, true, false)
        from subnets in Gen.Elements<string[]>([], ["app", "db"])
        from spoke in Gen.Elements(true, false)
        let onMachines = kind == AzureGatewayKind.Appliance
        select new AzureSite
        {
            Location = "westeurope",
            Network = new AzureNetwork
            {
                Cidrs = [Cidr.Around(Ipv4.Parse($"172.{16 + index}.0.0"), length)],
                // Machines have a subnet of their own, and no spokes.
                Subnets = (onMachines ? ["app", "vpn"] : subnets).Select(subnet => KeyValuePair.Create(subnet, new AzureSubnet())).ToValueMap(),
                Spokes = spoke && !onMachines ? [new Spoke { Name = "spoke", Cidrs = Requests.Cidrs($"172.{24 + index}.0.0/16") }] : [],
            },
            Gateway = new AzureGateway
            {
                Kind = kind,
                ActiveActive = active,
                Appliance = onMachines ? new Appliance { Count = machines, Subnets = ["vpn"] } : null,
            },
        };

    private static Gen<ValueList<Link>> Links(ValueMap<AwsSite> aws, ValueMap<AzureSite> azure) =>
        from count in Gen.Choose(1, MostLinks)
        from slots in Gen.Shuffle(Enumerable.Range(0, InsideCidr.Slots))
        from links in Gen.CollectToArray(Enumerable.Range(0, count), index => OneLink(aws, azure, index, slots[index]))
        select ServedOnce(links, azure);

    private static Gen<Link> OneLink(ValueMap<AwsSite> aws, ValueMap<AzureSite> azure, int index, int slot) =>
        from left in Gen.Elements(aws.Keys.ToArray())
        from right in Gen.Elements(azure.Keys.ToArray())
        from swapped in Gen.Elements(true, false)
        from routing in Gen.Elements(Routing.Bgp, Routing.Static)
        from profile in Gen.Elements(Enum.GetValues<CryptoProfileName>())
        from keys in Gen.Elements(KeySource.Generated, KeySource.Variables, KeySource.SecretsManager)
        from byHand in Gen.Elements(true, false)
        from order in Gen.Shuffle(Enumerable.Range(0, 4))
        from startup in Gen.Elements(Startup.Start, Startup.Add)
        let gateway = azure[right].Gateway
        let tunnels = Tunnels(aws[left].Gateway, gateway)
        select new Link
        {
            Name = $"l{index}",
            Between = swapped ? [right, left] : [left, right],
            Slot = slot,
            // The four networks of the slot in another order are as good.
            Inside = byHand && !Shares(aws[left].Gateway, gateway)
                ? order.Take(tunnels).Select(each => InsideCidr.Of(slot, each / 2, (each % 2) + 1).Cidr).ToValueList()
                : [],
            Routing = routing,
            Crypto = new CryptoRequest { Profile = profile },
            Keys = new KeyRequest { Source = keys },
            Tunnels = new TunnelOptions { Startup = startup },
        };

    // A managed gateway of one instance takes one link with BGP.
    private static ValueList<Link> ServedOnce(Link[] links, ValueMap<AzureSite> azure)
    {
        var served = new HashSet<string>();
        return links.Select(link =>
        {
            var site = link.Between.Single(azure.ContainsKey);
            var single = azure[site].Gateway is { Kind: AzureGatewayKind.Managed, ActiveActive: false };
            return single && link.Routing == Routing.Bgp && !served.Add(site) ? link with { Routing = Routing.Static } : link;
        }).ToValueList();
    }

    private static Gen<AccessFlow> Flow(ValueMap<AwsSite> aws, ValueList<Link> links) =>
        from link in Gen.Elements(links.ToArray())
        from whole in Gen.Elements(true, false)
        from outward in Gen.Elements(true, false)
        from port in Gen.Choose(1, 5)
        from all in Gen.Elements(true, false, false)
        let here = FlowEnd.Of(link.Between.Single(aws.ContainsKey), whole ? null : "app")
        let there = FlowEnd.Of(link.Between.Single(site => !aws.ContainsKey(site)), "app")
        select new AccessFlow
        {
            From = [outward ? here : there],
            To = [outward ? there : here],
            Tcp = all ? [] : [new PortRange(port, port + 1)],
            All = all,
        };

    private static int Tunnels(AwsGateway aws, AzureGateway azure) =>
        (aws.Appliance?.Count ?? 2) * (azure.Appliance?.Count ?? (azure.ActiveActive ? 2 : 1));

    // Where one address serves both tunnels, the plan has to choose it.
    private static bool Shares(AwsGateway aws, AzureGateway azure) =>
        aws.Kind == AwsGatewayKind.Appliance && azure.Kind == AzureGatewayKind.Managed;
}
