using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Why a BGP session is down, or not as designed.</summary>
internal static class BgpExplainer
{
    public static LabExplanation Explain(CheckContext context, TunnelPair tunnelPair)
    {
        var path = tunnelPair.Tunnel.RequestPath;
        if (!tunnelPair.EndsMatch || !tunnelPair.IsUp(context.Lab))
        {
            return new LabExplanation { Cause = "The tunnel is down, and BGP runs inside it: see the tunnel's check.", RequestPath = path, Resources = [.. tunnelPair.Ends.Select(end => end.Address)] };
        }

        var (left, right) = (tunnelPair.Aws!, tunnelPair.Azure!);
        if (left.Bgp is not { } aws || right.Bgp is not { } azure)
        {
            return TunnelExplainer.Difference(
                "Only one end uses BGP.",
                left.Bgp is null ? "static_routes_only is true" : "BGP", right.Bgp is null ? "bgp_enabled is false, or the local network gateway has no bgp_settings" : "BGP", $"{path}.routing") with
            { Resources = [left.Address, right.Address, right.PeerAddress] };
        }

        var (one, other) = (context.Lab.Layout.Gateway(left.Gateway).Address, context.Lab.Layout.Gateway(right.Gateway).Address);
        var difference = (Addresses(aws, azure, path) is { } addresses ? addresses with { Resources = [left.Address, right.Address, right.PeerAddress, other] } : null) ?? (Numbers(tunnelPair, aws, azure) is { } numbers ? numbers with { Resources = [left.PeerAddress, other, right.PeerAddress, one] } : null)
            ?? WireguardExplainer.Speakers(left, right, path) ?? Selectors(left, right, path);
        return (difference ?? new LabExplanation
        {
            Cause = IsAsDesigned(tunnelPair, aws, azure) ? HeldDown(left.Appliance ?? right.Appliance) : "Both ends match each other, but not the design.",
            Aws = Speaker(aws),
            Azure = Speaker(azure),
            RequestPath = path,
        }) with
        {
            Log = Logged(context, left) ?? Logged(context, right),
            Resources = difference?.Resources is { Count: > 0 } given ? given : [left.Address, right.Address, right.PeerAddress, one, other],
        };
    }

    private static bool IsAsDesigned(TunnelPair tunnelPair, BgpEnd aws, BgpEnd azure) => tunnelPair.Tunnel is var tunnel
        && ($"{aws.Address}", $"{azure.Address}", aws.Asn, azure.Asn) == (tunnel.AwsAddress, tunnel.AzureAddress, tunnel.AwsAsn, tunnel.AzureAsn);

    private static string HeldDown(ApplianceEnd? on) =>
        $"Addresses and ASNs of both ends are as designed, and something else keeps the session down: see the log{(on is null ? "" : $", and bird.conf of {on.Machine.Name}")}.";

    private static LabExplanation? Addresses(BgpEnd aws, BgpEnd azure, string path) => (aws, azure) switch
    {
        _ when aws.Peer != azure.Address && !azure.IsNamed => TunnelExplainer.Difference(
            "The Azure connection has no custom_bgp_addresses, so the gateway uses the first of its APIPA addresses, which belongs to another tunnel.",
            $"expects {aws.Peer}", $"uses {azure.Address}", path),
        _ when aws.Peer != azure.Address || azure.Peer != aws.Address => TunnelExplainer.Difference(
            "The addresses inside the tunnel do not match: they are swapped, or belong to another tunnel.",
            $"is {aws.Address}, expects {aws.Peer}", $"is {azure.Address}, expects {azure.Peer}", $"{path}.inside"),
        _ => null,
    };

    private static LabExplanation? Numbers(TunnelPair tunnelPair, BgpEnd aws, BgpEnd azure) => (aws, azure) switch
    {
        _ when aws.PeerAsn != azure.Asn => TunnelExplainer.Difference(
            Told(tunnelPair.Aws!) ?? "AWS's customer gateway has a different ASN than the Azure gateway.", As("expects", aws.PeerAsn), As("is", azure.Asn), $"{tunnelPair.Tunnel.AzurePath}.gateway.asn"),
        _ when azure.PeerAsn != aws.Asn => TunnelExplainer.Difference(
            Told(tunnelPair.Azure!) ?? "Azure's local network gateway has a different ASN than the AWS gateway.", As("is", aws.Asn), As("expects", azure.PeerAsn), $"{tunnelPair.Tunnel.AwsPath}.gateway.asn"),
        _ => null,
    };

    private static LabExplanation? Selectors(LabTunnelEnd left, LabTunnelEnd right, string path)
    {
        bool Carries(IReadOnlyList<Cidr> networks, Ipv4 address) => networks.Any(network => network.Contains(address));
        var free = new[] { (End: left, Peer: left.Bgp!), (End: right, Peer: right.Bgp!) }
            .All(each => Carries(each.End.LocalSelectors, each.Peer.Address) && Carries(each.End.RemoteSelectors, each.Peer.Peer));
        return free ? null : TunnelExplainer.Difference(
            "The traffic selectors do not cover the addresses of the BGP speakers.",
            Offers.Selectors(left), Offers.Selectors(right), $"{path}.selectors");
    }

    private static string? Logged(CheckContext context, LabTunnelEnd end)
    {
        var session = context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Session(end);
        return session.Error is null ? null : $"{context.Lab.Layout.Gateway(end.Gateway).Place}: {end.Device}: {session.State}, {session.Error}";
    }

    // A machine has the number of its peer in a file, where a managed end has a resource.
    private static string? Told(LabTunnelEnd end) => end.Appliance is { } on ? $"BIRD on {on.Machine.Name} expects a different ASN than its peer has (bird.conf in its user data)." : null;

    private static string As(string verb, long number) => string.Create(CultureInfo.InvariantCulture, $"{verb} AS {number}");

    private static string Speaker(BgpEnd end) => string.Create(CultureInfo.InvariantCulture, $"{end.Address} AS {end.Asn}, expects {end.Peer} AS {end.PeerAsn}");
}
