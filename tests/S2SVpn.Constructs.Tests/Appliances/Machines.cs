using S2SVpn.Constructs.Appliances;
using S2SVpn.Design;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>Machines of the examples, with addresses and ids that only the clouds would know.</summary>
internal static class Machines
{
    public static ConnectivityPlan Plan(string example) => Synthesis.Plan(File.ReadAllText(Repository.File("examples", $"{example}.yaml")));

    /// <summary>What a machine of an example's appliance is told: the one in AWS, or where that end is managed, the one in Azure.</summary>
    public static ApplianceMachine Of(string example, int index, Cloud? cloud = null)
    {
        var plan = Plan(example);
        var inAws = (cloud ?? (plan.AwsSites[0].Gateway.Appliance is null ? Cloud.Azure : Cloud.Aws)) == Cloud.Aws;
        return inAws ? InAws(plan.AwsSites[0], index) : InAzure(plan.AzureSites[0], index);
    }

    public static ApplianceContent Content(string example, int index, Cloud? cloud = null) =>
        ApplianceContents.Of((Plan(example).AwsSites[0].Gateway.Appliance ?? Plan(example).AzureSites[0].Gateway.Appliance)!.Software, Of(example, index, cloud));

    public static IReadOnlyDictionary<string, ApplianceFile> Files(string example, int index, Cloud? cloud = null) =>
        Content(example, index, cloud).Files.ToDictionary(file => file.Path);

    private static ApplianceMachine InAws(AwsSitePlan site, int index)
    {
        var machines = site.Gateway.Appliance!.Machines;
        return new ApplianceMachine
        {
            Cloud = Cloud.Aws,
            Name = machines[index].Name,
            Index = index,
            PublicIp = $"198.51.100.{index + 1}",
            PrivateIp = $"{machines[index].Address}",
            Asn = site.Gateway.Asn,
            KeyReader = site.Region,
            Tunnels =
            [
                .. site.Links.SelectMany(link => link.ApplianceTunnels.Where(tunnel => tunnel.Machine == index).Select(tunnel => Tunnel(
                    tunnel, $"203.0.113.{tunnel.Tunnel.AzureInstance + 1}", link.PeerAsn, link.Routing, link.Crypto, link.LocalNetworks, link.RemoteNetworks,
                    $"arn:aws:secretsmanager:eu-central-1:000000000000:secret:{tunnel.Tunnel.Key}"))),
            ],
            Twin = machines.Count == 1 ? null : new ApplianceTwin
            {
                PrivateIp = $"{machines[1 - index].Address}",
                OwnInterface = $"eni-{index}",
                OtherInterface = $"eni-{1 - index}",
                RouteTables = ["rtb-1", "rtb-2"],
                Destinations = [.. site.Network.Routes.Where(route => route.Target == AwsRouteTarget.Appliance).Select(route => route.Destination)],
            },
        };
    }

    private static ApplianceMachine InAzure(AzureSitePlan site, int index)
    {
        var machines = site.Gateway.Appliance!.Machines;
        return new ApplianceMachine
        {
            Cloud = Cloud.Azure,
            Name = machines[index].Name,
            Index = index,
            PublicIp = $"203.0.113.{index + 1}",
            PrivateIp = $"{machines[index].Address}",
            Asn = site.Gateway.Asn,
            KeyReader = "11111111-1111-1111-1111-111111111111",
            Tunnels =
            [
                .. site.Links.SelectMany(link => link.ApplianceTunnels.Where(tunnel => tunnel.Machine == index).Select(tunnel => Tunnel(
                    tunnel, $"198.51.100.{tunnel.Tunnel.Number}", link.PeerAsn, link.Routing, link.Crypto, link.LocalNetworks, link.RemoteNetworks,
                    $"https://kv-{index}.vault.azure.net/secrets/{tunnel.Tunnel.Key}"))),
            ],
            Twin = machines.Count == 1 ? null : new ApplianceTwin
            {
                PrivateIp = $"{machines[1 - index].Address}",
                OwnInterface = $"{machines[index].Address}",
                OtherInterface = $"{machines[1 - index].Address}",
                RouteTables = ["/tables/one"],
                Destinations = [.. site.Network.RouteTable!.Routes.Select(route => route.Destination)],
            },
        };
    }

    private static ApplianceTunnel Tunnel(
        ApplianceTunnelPlan plan, string peer, Asn asn, Routing routing, CryptoProfile crypto, ValueList<Cidr> local, ValueList<Cidr> remote, string secret) => new()
        {
            Plan = plan,
            PeerIp = peer,
            PeerAsn = asn,
            Routing = routing,
            Crypto = crypto,
            LocalNetworks = local,
            RemoteNetworks = remote,
            Secret = secret,
        };
}
