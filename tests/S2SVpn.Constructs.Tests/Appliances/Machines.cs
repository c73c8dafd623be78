using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>Machines of the examples, with addresses and ids that only the clouds would know.</summary>
internal static class Machines
{
    public static ConnectivityPlan Plan(string example) => Synthesis.Plan(File.ReadAllText(Repository.File("examples", $"{example}.yaml")));

    /// <summary>What a machine of an example's appliance in AWS is told.</summary>
    public static ApplianceMachine Of(string example, int index)
    {
        var site = Plan(example).AwsSites[0];
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
                .. site.Links.SelectMany(link => link.ApplianceTunnels.Where(tunnel => tunnel.Machine == index).Select(tunnel => new ApplianceTunnel
                {
                    Plan = tunnel,
                    PeerIp = $"203.0.113.{tunnel.Tunnel.AzureInstance + 1}",
                    PeerAsn = link.PeerAsn,
                    Routing = link.Routing,
                    Crypto = link.Crypto,
                    LocalNetworks = link.LocalNetworks,
                    RemoteNetworks = link.RemoteNetworks,
                    Secret = $"arn:aws:secretsmanager:eu-central-1:000000000000:secret:{tunnel.Tunnel.Key}",
                })),
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

    public static IReadOnlyDictionary<string, ApplianceFile> Files(string example, int index) =>
        ApplianceContents.Of(Design.Request.ApplianceSoftware.Strongswan, Of(example, index)).Files.ToDictionary(file => file.Path);
}
