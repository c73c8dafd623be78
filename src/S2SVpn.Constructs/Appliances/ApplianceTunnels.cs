using S2SVpn.Design;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>
/// The tunnels of an appliance, as its links are connected one after another. A machine is told of all of its tunnels at once: it is made with
/// the last link.
/// </summary>
/// <param name="links">The names of all links that end on it.</param>
internal sealed class ApplianceTunnels(IEnumerable<string> links)
{
    private readonly HashSet<string> _missing = [.. links];
    private readonly List<ApplianceTunnel> _all = [];

    /// <summary>Takes in a tunnel of a link.</summary>
    /// <param name="link">What both clouds' plans say of the link alike.</param>
    /// <param name="plan">The tunnel.</param>
    /// <param name="peerIp">The peer's public address.</param>
    /// <param name="secret">Where its key is.</param>
    public ApplianceTunnel Add(LinkFacts link, ApplianceTunnelPlan plan, string peerIp, string secret)
    {
        var tunnel = new ApplianceTunnel
        {
            Plan = plan,
            PeerIp = peerIp,
            PeerAsn = link.PeerAsn,
            Routing = link.Routing,
            Crypto = link.Crypto,
            LocalNetworks = link.LocalNetworks,
            RemoteNetworks = link.RemoteNetworks,
            Secret = secret,
        };
        _all.Add(tunnel);
        return tunnel;
    }

    /// <summary>Says that a link is connected.</summary>
    /// <returns>Whether all of them are now.</returns>
    public bool Complete(string link) => _missing.Remove(link) && _missing.Count == 0;

    /// <summary>Those that end on a machine.</summary>
    public IReadOnlyList<ApplianceTunnel> Of(ApplianceMachinePlan machine) => [.. _all.Where(tunnel => tunnel.Plan.Machine == machine.Index)];

    /// <summary>What an end of a link knows of it, in either cloud.</summary>
    internal sealed record LinkFacts(Asn PeerAsn, Routing Routing, CryptoProfile Crypto, ValueList<Cidr> LocalNetworks, ValueList<Cidr> RemoteNetworks)
    {
        public static LinkFacts Of(AwsLinkPlan link, Asn peer) => new(peer, link.Routing, link.Crypto, link.LocalNetworks, link.RemoteNetworks);

        public static LinkFacts Of(AzureLinkPlan link) => new(link.PeerAsn, link.Routing, link.Crypto, link.LocalNetworks, link.RemoteNetworks);
    }
}
