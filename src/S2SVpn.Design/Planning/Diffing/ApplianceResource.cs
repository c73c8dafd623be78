using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;
using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>A machine of an appliance, in either cloud.</summary>
internal static class ApplianceResource
{
    private const int MachineMinutes = 10;

    public static PlannedResource Of(
        string type, string key, AppliancePlan appliance, ApplianceMachinePlan machine, IEnumerable<ApplianceLink> links)
    {
        var ends = links
            .SelectMany(link => link.Tunnels.Where(tunnel => tunnel.Machine == machine.Index).Select(tunnel => (Link: link, Tunnel: tunnel)))
            .ToList();
        var tunnels = ends.Select(end => end.Tunnel.Tunnel).ToValueList();
        return new PlannedResource
        {
            Type = type,
            Key = key,
            Name = machine.Name,
            Values =
            [
                Fixed("name", machine.Name),
                Fixed("software", appliance.Software),
                Fixed("subnet", machine.Subnet),
                Fixed("address", machine.Address),
                Fixed("ssh key", appliance.Ssh.PublicKey ?? "made"),
                Breaking("size", machine.Size, tunnels, MachineMinutes),
                .. ends.Select(end => Breaking(
                    $"tunnel {end.Link.Name} {end.Tunnel.Tunnel.Id}", $"{Text(end.Tunnel)}, {end.Link.Settings}", [end.Tunnel.Tunnel], null)),
            ],
            Tunnels = tunnels,
            Minutes = MachineMinutes,
        };
    }

    private static string Text(ApplianceTunnelPlan end) =>
        $"{end.LocalAddress} to {end.RemoteAddress}, {(end.Starts ? "starts" : "waits")}, dpd {end.DpdTimeoutSeconds}s {Words.Of(end.DpdAction)}";
}

/// <summary>A link on an appliance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What is the same for all of its tunnels.</param>
/// <param name="Tunnels">The appliance's ends of them.</param>
internal sealed record ApplianceLink(string Name, string Settings, ValueList<ApplianceTunnelPlan> Tunnels)
{
    public static ApplianceLink Of(AwsLinkPlan link) => new(link.Name, Text(link.Crypto, link.Routing, link.RemoteNetworks), link.ApplianceTunnels);

    public static ApplianceLink Of(AzureLinkPlan link) => new(link.Name, Text(link.Crypto, link.Routing, link.RemoteNetworks), link.ApplianceTunnels);

    private static string Text(CryptoProfile crypto, Routing routing, ValueList<Cidr> networks) =>
        $"{CryptoText.WithLifetimes(crypto)}, {Words.Of(routing)} to {string.Join(' ', networks)}";
}
