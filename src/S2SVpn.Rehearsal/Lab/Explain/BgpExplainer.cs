using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Why two routers do not speak to each other through a tunnel, or not as designed.</summary>
internal static class BgpExplainer
{
    public static LabExplanation Explain(CheckContext context, Meeting meeting)
    {
        var path = meeting.Tunnel.RequestPath;
        if (!meeting.Meets || !meeting.IsUp(context.Lab))
        {
            return new LabExplanation { Cause = "The tunnel does not stand, and BGP runs inside it: see the tunnel's own check.", RequestPath = path, Resources = [.. meeting.Ends.Select(end => end.Address)] };
        }

        var (left, right) = (meeting.Aws!, meeting.Azure!);
        if (left.Bgp is not { } aws || right.Bgp is not { } azure)
        {
            return TunnelExplainer.Difference(
                "One end has BGP and the other has not.",
                left.Bgp is null ? "static_routes_only is true" : "BGP", right.Bgp is null ? "bgp_enabled is false, or the local network gateway has no bgp_settings" : "BGP", $"{path}.routing") with
            { Resources = [left.Address, right.Address, right.PeerAddress] };
        }

        var (one, other) = (context.Lab.Layout.Gateway(left.Gateway).Address, context.Lab.Layout.Gateway(right.Gateway).Address);
        var difference = (Addresses(aws, azure, path) is { } addresses ? addresses with { Resources = [left.Address, right.Address, right.PeerAddress, other] } : null) ?? (Numbers(meeting, aws, azure) is { } numbers ? numbers with { Resources = [left.PeerAddress, other, right.PeerAddress, one] } : null)
            ?? Selectors(left, right, path);
        return (difference ?? new LabExplanation
        {
            Cause = "Both ends agree with each other, but not with the design.",
            Aws = Speaker(aws),
            Azure = Speaker(azure),
            RequestPath = path,
        }) with
        {
            Log = Logged(context, left) ?? Logged(context, right),
            Resources = difference?.Resources is { Count: > 0 } given ? given : [left.Address, right.Address, right.PeerAddress, one, other],
        };
    }

    private static LabExplanation? Addresses(BgpEnd aws, BgpEnd azure, string path) => (aws, azure) switch
    {
        _ when aws.Peer != azure.Address && !azure.IsNamed => TunnelExplainer.Difference(
            "The Azure connection has no custom_bgp_addresses, so that the gateway speaks from the first of its APIPA addresses, which is that of another tunnel.",
            $"awaits {aws.Peer}", $"speaks from {azure.Address}", path),
        _ when aws.Peer != azure.Address || azure.Peer != aws.Address => TunnelExplainer.Difference(
            "The addresses inside the tunnel are not the same at both ends: swapped, or those of another tunnel.",
            $"is {aws.Address}, awaits {aws.Peer}", $"is {azure.Address}, awaits {azure.Peer}", $"{path}.inside"),
        _ => null,
    };

    private static LabExplanation? Numbers(Meeting meeting, BgpEnd aws, BgpEnd azure) => (aws, azure) switch
    {
        _ when aws.PeerAsn != azure.Asn => TunnelExplainer.Difference(
            "AWS's customer gateway has another ASN than the Azure gateway.", As("awaits", aws.PeerAsn), As("is", azure.Asn), $"{meeting.Tunnel.AzurePath}.gateway.asn"),
        _ when azure.PeerAsn != aws.Asn => TunnelExplainer.Difference(
            "Azure's local network gateway has another ASN than the AWS gateway.", As("is", aws.Asn), As("awaits", azure.PeerAsn), $"{meeting.Tunnel.AwsPath}.gateway.asn"),
        _ => null,
    };

    private static LabExplanation? Selectors(TunnelEnd left, TunnelEnd right, string path)
    {
        bool Carries(IReadOnlyList<Cidr> networks, Ipv4 address) => networks.Any(network => network.Contains(address));
        var free = new[] { (End: left, Peer: left.Bgp!), (End: right, Peer: right.Bgp!) }
            .All(each => Carries(each.End.LocalSelectors, each.Peer.Address) && Carries(each.End.RemoteSelectors, each.Peer.Peer));
        return free ? null : TunnelExplainer.Difference(
            "Traffic selectors let only some networks through, and the addresses of the BGP speakers are not among them.",
            Offers.Selectors(left), Offers.Selectors(right), $"{path}.selectors");
    }

    private static string? Logged(CheckContext context, TunnelEnd end)
    {
        var session = context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Session(end);
        return session.Error is null ? null : $"{context.Lab.Layout.Gateway(end.Gateway).Place}: {end.Device}: {session.State}, {session.Error}";
    }

    private static string As(string verb, long number) => string.Create(CultureInfo.InvariantCulture, $"{verb} AS {number}");

    private static string Speaker(BgpEnd end) => string.Create(CultureInfo.InvariantCulture, $"{end.Address} AS {end.Asn}, awaits {end.Peer} AS {end.PeerAsn}");
}
