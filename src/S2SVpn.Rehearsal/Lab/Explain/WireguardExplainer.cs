using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with a tunnel of WireGuard.</summary>
internal static class WireguardExplainer
{
    /// <summary>Why both ends don't hear each other; null where it is for another reason.</summary>
    public static LabExplanation? Tunnel(CheckContext context, LabTunnelEnd aws, LabTunnelEnd azure, string path)
    {
        if (aws.Appliance is not WireguardEnd left || azure.Appliance is not WireguardEnd right)
        {
            return null;
        }

        return Ports(aws, left, azure, right, path) ?? Keys(context, aws, left, azure, right, path) ?? Idle(aws, azure, path);
    }

    /// <summary>Why a tunnel carries no BGP; null where it is for another reason.</summary>
    public static LabExplanation? Speakers(LabTunnelEnd aws, LabTunnelEnd azure, string path) =>
        new[] { (End: aws, Peer: azure), (End: azure, Peer: aws) }
            .Where(each => each.End.Appliance is WireguardEnd && each.Peer.Bgp is { } bgp && !each.End.RemoteSelectors.Any(network => network.Contains(bgp.Address)))
            .Select(each => TunnelExplainer.Difference(
                $"AllowedIPs of {each.End.Device} on {each.End.Connection} do not include the BGP speaker at the other end, so WireGuard drops what it sends.",
                Said(aws), Said(azure), path) with
            { Resources = [each.End.Address] })
            .FirstOrDefault();

    /// <summary>Why WireGuard drops what goes between a machine and an address beyond the tunnels; null where it doesn't.</summary>
    public static string? Dropped(CheckContext context, MachineNode machine, Ipv4 target)
    {
        var ends = context.Lab.Layout.EndsOf(context.Lab.Layout.Gateway(machine.Gateway)).Where(end => end.Appliance is WireguardEnd).ToList();
        return ends.Find(end => !end.RemoteSelectors.Any(network => network.Contains(target))) is { } narrow
            ? $"AllowedIPs of {narrow.Device} on {narrow.Connection} are {string.Join(", ", narrow.RemoteSelectors)}, so WireGuard drops what goes to {target} or comes from it."
            : null;
    }

    private static LabExplanation? Ports(LabTunnelEnd aws, WireguardEnd left, LabTunnelEnd azure, WireguardEnd right, string path) =>
        new[] { (End: aws, Own: left, Peer: azure), (End: azure, Own: right, Peer: aws) }
            // What a filter lets out, it lets the answer to in.
            .Where(each => !ApplianceExplainer.Admits(each.End.Filter?.Inbound, each.Peer.Outside, each.Own.File.Port) && !ApplianceExplainer.Admits(each.End.Filter?.Outbound, each.Peer.Outside, each.Own.File.Port))
            .Select(each => TunnelExplainer.Difference(
                string.Create(CultureInfo.InvariantCulture, $"The security group of the machine {each.End.Connection} lets UDP {each.Own.File.Port} neither in from its peer nor out to it."),
                Said(aws), Said(azure), path) with
            { Resources = [each.End.Address, each.End.Filter!.Address, each.Own.Machine.Interface.Address] })
            .FirstOrDefault();

    // The keys themselves are never shown, not even public ones: which is which tells enough.
    private static LabExplanation? Keys(CheckContext context, LabTunnelEnd aws, WireguardEnd left, LabTunnelEnd azure, WireguardEnd right, string path)
    {
        if (left.File.Shared != right.File.Shared)
        {
            return TunnelExplainer.Difference(
                "The PresharedKey of the two ends differs, so each takes what the other sends for nothing.",
                left.File.Shared is null ? "has none" : "has one", right.File.Shared is null ? "has none" : "has one", $"{path}.keys") with
            { Resources = [aws.Address, azure.Address] };
        }

        var (ofAws, ofAzure) = (context.Lab.PublicKey(aws), context.Lab.PublicKey(azure));
        return left.PeerKey == ofAzure && right.PeerKey == ofAws ? null : TunnelExplainer.Difference(
            $"The machine {(left.PeerKey == ofAzure ? azure : aws).Connection} has another public key for its peer than that of the peer's private key, so each takes the other for a stranger.",
            left.PeerKey == ofAzure ? "knows the key of Azure's machine" : "knows another key than that of Azure's machine",
            right.PeerKey == ofAws ? "knows the key of AWS's machine" : "knows another key than that of AWS's machine",
            $"{path}.keys") with
        { Resources = [.. new[] { aws, azure }.Select(end => end.KeyAddress).OfType<string>()] };
    }

    private static LabExplanation? Idle(LabTunnelEnd aws, LabTunnelEnd azure, string path) => aws.Starts || azure.Starts
        ? null
        : TunnelExplainer.Difference("Neither end starts the tunnel: none has a PersistentKeepalive.", Said(aws), Said(azure), path);

    private static string Said(LabTunnelEnd end) => end.Appliance is WireguardEnd own
        ? string.Create(CultureInfo.InvariantCulture, $"UDP {own.File.Port}, Endpoint {own.File.Endpoint}, AllowedIPs {string.Join(", ", own.File.Allowed)}")
        : "";
}
