using System.Globalization;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Why a tunnel does not stand: what its two ends were told, side by side, and what their logs say.</summary>
internal static class TunnelExplainer
{
    public static LabExplanation Explain(CheckContext context, Meeting meeting)
    {
        var (tunnel, path) = (meeting.Tunnel, meeting.Tunnel.RequestPath);
        if (meeting.Aws is not { } aws || meeting.Azure is not { } azure)
        {
            return new LabExplanation
            {
                Cause = meeting.Aws is null ? "AWS has no such VPN connection in Terraform's state." : "Azure has no such connection in Terraform's state.",
                Aws = meeting.Aws?.ToString() ?? $"no '{tunnel.AwsConnection}'",
                Azure = meeting.Azure?.ToString() ?? $"no '{tunnel.AzureConnection}'",
                RequestPath = path,
                Resources = [meeting.Aws is null ? "aws_vpn_connection" : meeting.Aws.Address, meeting.Azure is null ? "azurerm_virtual_network_gateway_connection" : meeting.Azure.Address],
            };
        }

        var difference = Addresses(context, meeting, aws, azure, path) ?? ApplianceExplainer.Tunnel(aws, azure, path) ?? Start(aws, azure, path) ?? Version(aws, azure, path)
            ?? Ike(aws, azure, path) ?? Keys(context, aws, azure, path) ?? Esp(aws, azure, path) ?? Selectors(aws, azure, path);
        var log = LogLines.Find(context.Lab, meeting.Ends);
        return difference is null
            ? new LabExplanation
            {
                Cause = $"Both ends agree with each other, but not as designed, or something keeps them apart: {(log is null ? "nothing came of it in time" : "see the log")}.",
                Aws = Values(aws),
                Azure = Values(azure),
                Log = log,
                RequestPath = path,
                Resources = [aws.Address, azure.Address],
            }
            : difference with { Log = log, Resources = difference.Resources.Count > 0 ? difference.Resources : [aws.Address, azure.Address] };
    }

    /// <summary>An end that takes more than was designed comes up as designed, as long as the other end asks for nothing else.</summary>
    public static LabExplanation Wide(Meeting meeting) => Difference(
        "The tunnel is as designed because one end asks for nothing else; the other would take other algorithms or versions too.",
        Values(meeting.Aws!), Values(meeting.Azure!), $"{meeting.Tunnel.RequestPath}.crypto") with
    { Resources = [meeting.Aws!.Address, meeting.Azure!.Address] };

    public static LabExplanation Rekeying(CheckContext context, Meeting meeting)
    {
        var (aws, azure) = (meeting.Aws!, meeting.Azure!);
        return Difference(
            "The groups for perfect forward secrecy differ. IKEv2 makes the first child SA without one, so that the tunnel comes up and fails when its keys are renewed.",
            Offers.Pfs(aws), Offers.Pfs(azure), $"{meeting.Tunnel.RequestPath}.crypto.esp.pfsGroup") with
        {
            Log = LogLines.Find(context.Lab, meeting.Ends, "no acceptable proposal found", "CHILD_SA rekeying failed"),
            Resources = [aws.Address, azure.Address],
        };
    }

    private static LabExplanation? Addresses(CheckContext context, Meeting meeting, TunnelEnd aws, TunnelEnd azure, string path)
    {
        if (azure.PeerOutside != aws.Outside)
        {
            return Difference(
                $"Azure's local network gateway leads to another address than that of the AWS {(aws.Appliance is null ? "tunnel" : "machine")}.",
                aws.Appliance is null ? $"the tunnel ends on {aws.Outside}" : $"the elastic address is {aws.Outside}", $"gateway_address is {azure.PeerOutside}", path) with
            { Resources = [azure.PeerAddress, aws.OutsideAddress] };
        }

        var rival = context.Lab.Layout.Ends.FirstOrDefault(end => end.Cloud == azure.Cloud && end.Address != azure.Address && end.Outside == azure.Outside && end.PeerOutside == azure.PeerOutside);
        if (rival is not null)
        {
            return Difference("Two Azure connections lead to the address of this AWS tunnel.", $"the tunnel ends on {aws.Outside}", $"so lead '{azure.Connection}' and '{rival.Connection}'", path) with { Resources = [azure.PeerAddress, rival.PeerAddress] };
        }

        var designed = meeting.Tunnel.AzureInstance;
        return aws.Appliance is null && (aws.PeerOutside != azure.Outside || azure.Number != designed)
            ? Difference(
                string.Create(CultureInfo.InvariantCulture, $"AWS's customer gateway does not have the address of Azure's instance {designed}, so that AWS answers somebody else."),
                $"ip_address is {aws.PeerOutside}",
                string.Create(CultureInfo.InvariantCulture, $"{(azure.Number == designed ? $"instance {designed} has {azure.Outside}" : $"{azure.Outside} is instance {azure.Number}")}"),
                path) with
            { Resources = [aws.PeerAddress, azure.OutsideAddress] }
            : null;
    }

    private static LabExplanation? Start(TunnelEnd aws, TunnelEnd azure, string path) => aws.Starts || azure.Starts
        ? null
        : Difference("Neither end starts the tunnel: each waits for the other.", "startup_action is add", "connection_mode is ResponderOnly", $"{path}.tunnels.startup");

    private static LabExplanation? Version(TunnelEnd aws, TunnelEnd azure, string path) => aws.Offer.Versions.Intersect(azure.Offer.Versions).Any()
        ? null
        : Difference("The ends speak different versions of IKE.", Offers.Versions(aws), Offers.Versions(azure), $"{path}.crypto.ike.version");

    private static LabExplanation? Ike(TunnelEnd aws, TunnelEnd azure, string path) => Offers.IkeDifference(aws, azure) is { } what
        ? Difference($"The ends have no {what.Name} for IKE in common.", what.Aws, what.Azure, $"{path}.crypto.ike.{what.Key}")
        : null;

    private static LabExplanation? Esp(TunnelEnd aws, TunnelEnd azure, string path) => Offers.EspDifference(aws, azure) is { } what
        ? Difference($"The ends have no {what.Name} for ESP in common.", what.Aws, what.Azure, $"{path}.crypto.esp.{what.Key}")
        : null;

    // The keys themselves are shown to nobody.
    private static LabExplanation? Keys(CheckContext context, TunnelEnd aws, TunnelEnd azure, string path)
    {
        if (aws.Key == azure.Key)
        {
            return null;
        }

        var owner = context.Meetings.FirstOrDefault(other => other.Aws is not null && other.Aws.Key == azure.Key);
        return Difference(
            owner is null ? "The pre-shared keys of the two ends differ." : $"Azure has the key of tunnel {owner.Tunnel.Name} here: keys are swapped.",
            "preshared_key of its own", owner is null ? "another shared_key" : $"the shared_key of tunnel {owner.Tunnel.Name}", $"{path}.keys");
    }

    private static LabExplanation? Selectors(TunnelEnd aws, TunnelEnd azure, string path)
    {
        var meet = aws.LocalSelectors.Any(left => azure.RemoteSelectors.Any(left.Overlaps)) && aws.RemoteSelectors.Any(left => azure.LocalSelectors.Any(left.Overlaps));
        return meet ? null : Difference("The traffic selectors of the two ends have nothing in common.", Offers.Selectors(aws), Offers.Selectors(azure), $"{path}.selectors");
    }

    private static string Values(TunnelEnd end) => $"{Offers.Versions(end)}, {string.Join(", ", Peers.Proposals.Ike(end.Offer))}; ESP {string.Join(", ", Peers.Proposals.Esp(end.Offer))}; {Offers.Selectors(end)}";

    internal static LabExplanation Difference(string cause, string aws, string azure, string? path) => new() { Cause = cause, Aws = aws, Azure = azure, RequestPath = path };
}
