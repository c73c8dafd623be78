using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>A link as the rules look at it.</summary>
internal sealed class LinkView
{
    public LinkView(VpnRequest request, int index, Link link)
    {
        Link = link;
        Path = RequestPath.Root["links"][index];
        Name = request.NameOf(link);
        Slot = LinkLayout.SlotOf(request, link);
        Crypto = link.Crypto.Resolve();
    }

    public Link Link { get; }

    public RequestPath Path { get; }

    public string Name { get; }

    /// <summary>The slot that is given, or that an only link has anyway.</summary>
    public int? Slot { get; }

    /// <summary>The link with its two sites; null where they are not known.</summary>
    public ResolvedLink? ResolvedLink { get; set; }

    public CryptoProfile Crypto { get; }

    public bool IsBgp => Link.Routing == Routing.Bgp;

    /// <summary>Whether AWS's limits hold. They are supposed to where the site is not known.</summary>
    public bool IsAwsManaged => ResolvedLink?.Aws.IsManaged ?? true;

    /// <summary>Whether Azure's limits hold. They are supposed to where the site is not known.</summary>
    public bool IsAzureManaged => ResolvedLink?.Azure.IsManaged ?? true;

    /// <summary>WireGuard brings its own crypto; anything else is IPsec.</summary>
    public bool IsWireguard =>
        ResolvedLink is { } resolved && resolved.Ends.Any(end => end.Appliance?.Software == ApplianceSoftware.Wireguard);

    /// <summary>The networks inside its tunnels that are given by hand.</summary>
    public IEnumerable<Located<Cidr>> InsideByHand =>
        Link.Inside.Select((cidr, index) => new Located<Cidr>(cidr, At("inside")[index]));

    /// <summary>Its NAT rules.</summary>
    public IEnumerable<Located<NatRule>> NatRules =>
        Link.Nat.Select((rule, index) => new Located<NatRule>(rule, At("nat")[index]));

    public RequestPath At(string keys) => Path.At(keys);

    /// <summary>What the link says for all of its tunnels, then what it says for single ones.</summary>
    /// <param name="key">The option's key, or keys with dots between them.</param>
    /// <param name="all">The option, for all tunnels.</param>
    /// <param name="own">The option of one tunnel; null where it says nothing.</param>
    public IEnumerable<Located<T>> Options<T>(
        string key, Func<TunnelOptions, T> all, Func<TunnelOverride, object?> own)
    {
        yield return new Located<T>(all(Link.Tunnels), At("tunnels").At(key));
        foreach (var (tunnel, option) in Link.Tunnels.Each)
        {
            if (own(option) is T value)
            {
                yield return new Located<T>(value, Each(tunnel).At(key));
            }
        }
    }

    /// <summary>Where an option of a tunnel is said.</summary>
    public RequestPath OptionPath(int connection, int tunnel, string key, Func<TunnelOverride, object?> own)
    {
        var name = $"{connection}.{tunnel}";
        return Link.Tunnels.Each.TryGetValue(name, out var option) && own(option) is not null
            ? Each(name)[key]
            : At("tunnels")[key];
    }

    private RequestPath Each(string tunnel) => At("tunnels.each")[tunnel];
}
