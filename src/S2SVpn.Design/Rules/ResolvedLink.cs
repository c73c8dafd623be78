using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules;

/// <summary>A link with the two sites that it joins.</summary>
internal sealed class ResolvedLink(LinkView link, AwsView aws, AzureView azure)
{
    public LinkView Link { get; } = link;

    public AwsView Aws { get; } = aws;

    public AzureView Azure { get; } = azure;

    public ValueList<SiteView> Ends { get; } = [aws, azure];

    /// <summary>How many tunnels end on one instance of the Azure gateway.</summary>
    public int TunnelsPerConnection => Aws.IsManaged ? LinkLayout.TunnelsPerVpnConnection : Aws.Machines;

    public int TunnelCount => Azure.Instances * TunnelsPerConnection;

    /// <summary>
    /// How many keys it has: one per tunnel, but an Azure gateway has one for each machine of an appliance, whichever of its
    /// own instances the tunnel comes from.
    /// </summary>
    public int KeyCount => LinkLayout.SharesKeys(Aws.Site.Gateway, Azure.Site.Gateway) ? TunnelsPerConnection : TunnelCount;

    /// <summary>Each tunnel: the AWS connection (which is the Azure instance plus 1) and the tunnel in it.</summary>
    public IEnumerable<(int Connection, int Tunnel)> Tunnels =>
        from connection in Enumerable.Range(1, Azure.Instances)
        from tunnel in Enumerable.Range(1, TunnelsPerConnection)
        select (connection, tunnel);

    /// <summary>The networks inside the tunnels, by hand or by slot; none where neither is known.</summary>
    public IEnumerable<InsideAt> Inside
    {
        get
        {
            if (Link.Link.Inside.Count > 0)
            {
                return Link.InsideByHand.Select(inside => new InsideAt(this, inside.Value, inside.Path, ByHand: true));
            }

            return Link.Slot is { } slot and >= 0 and < InsideCidr.Slots
                ? Tunnels.Select(tunnel => InsideCidr.Of(slot, tunnel.Connection - 1, tunnel.Tunnel).Cidr)
                    .Select(cidr => new InsideAt(this, cidr, Link.At("slot"), ByHand: false))
                : [];
        }
    }
}

/// <summary>A network inside a tunnel of a link, and where it comes from.</summary>
internal sealed record InsideAt(ResolvedLink ResolvedLink, Cidr Cidr, RequestPath Path, bool ByHand);
