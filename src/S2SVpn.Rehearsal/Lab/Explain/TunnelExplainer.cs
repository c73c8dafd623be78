using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Why a tunnel is down: what its two ends were told, side by side, and what their logs say.</summary>
internal static class TunnelExplainer
{
    public static LabExplanation Explain(CheckContext context, TunnelPair tunnelPair)
    {
        var (tunnel, path) = (tunnelPair.Tunnel, tunnelPair.Tunnel.RequestPath);
        if (tunnelPair.Aws is not { } aws || tunnelPair.Azure is not { } azure)
        {
            return new LabExplanation
            {
                Cause = ApplianceExplainer.Missing(context, tunnelPair)
                    ?? ((tunnelPair.Aws is null ? tunnel.OnAppliance : tunnel.OnAzureAppliance) ? $"No machine of Terraform's state is '{(tunnelPair.Aws is null ? tunnel.AwsConnection : tunnel.AzureConnection)}': its user data does not give it /etc/s2s/machine.json." : null)
                    ?? (tunnelPair.Aws is null ? "Terraform's state has no such VPN connection in AWS." : "Terraform's state has no such connection in Azure."),
                Aws = tunnelPair.Aws?.ToString() ?? $"no '{tunnel.AwsConnection}'",
                Azure = tunnelPair.Azure?.ToString() ?? $"no '{tunnel.AzureConnection}'",
                RequestPath = path,
                Resources =
                [
                    tunnelPair.Aws?.Address ?? context.Lab.Layout.Instances.GetValueOrDefault(tunnel.AwsConnection) ?? (tunnel.OnAppliance ? "aws_instance" : "aws_vpn_connection"),
                    tunnelPair.Azure?.Address ?? context.Lab.Layout.Instances.GetValueOrDefault(tunnel.AzureConnection) ?? (tunnel.OnAzureAppliance ? "azurerm_linux_virtual_machine" : "azurerm_virtual_network_gateway_connection"),
                ],
            };
        }

        var difference = (azure.Appliance is null ? Addresses(context, tunnelPair, aws, azure, path) : null) ?? ApplianceExplainer.Tunnel(aws, azure, path) ?? ApplianceExplainer.Tunnel(azure, aws, path)
            ?? (tunnelPair.Tunnel.IsWireguard ? WireguardExplainer.Tunnel(context, aws, azure, path) : Negotiation(context, aws, azure, path));
        var log = LogLines.Find(context.Lab, tunnelPair.Ends);
        return difference is null
            ? new LabExplanation
            {
                Cause = $"Both ends match each other but not the design, or they cannot reach each other: {(log is null ? "no tunnel came up in time" : "see the log")}.",
                Aws = Values(aws),
                Azure = Values(azure),
                Log = log,
                RequestPath = path,
                Resources = [aws.Address, azure.Address],
            }
            : difference with { Log = log, Resources = difference.Resources.Count > 0 ? difference.Resources : [aws.Address, azure.Address] };
    }

    private static LabExplanation? Negotiation(CheckContext context, LabTunnelEnd aws, LabTunnelEnd azure, string path) =>
        Start(aws, azure, path) ?? Version(aws, azure, path) ?? Ike(aws, azure, path) ?? Keys(context, aws, azure, path) ?? Esp(aws, azure, path) ?? Selectors(aws, azure, path) ?? Swapped(context, aws, azure, path) ?? Swapped(context, azure, aws, path) ?? Narrowed(aws, azure, path);

    /// <summary>An end that takes more than was designed comes up as designed, as long as the other end asks for nothing else.</summary>
    public static LabExplanation Wide(TunnelPair tunnelPair) => Difference(
        "The tunnel is as designed only because one end offers nothing else; the other end would also accept other algorithms or versions.",
        Values(tunnelPair.Aws!), Values(tunnelPair.Azure!), $"{tunnelPair.Tunnel.RequestPath}.crypto") with
    { Resources = [tunnelPair.Aws!.Address, tunnelPair.Azure!.Address] };

    public static LabExplanation Rekeying(CheckContext context, TunnelPair tunnelPair)
    {
        var (aws, azure) = (tunnelPair.Aws!, tunnelPair.Azure!);
        return Difference(
            "The groups for perfect forward secrecy differ. IKEv2 creates the first child SA without one, so the tunnel comes up and fails at the first rekey.",
            Offers.Pfs(aws), Offers.Pfs(azure), $"{tunnelPair.Tunnel.RequestPath}.crypto.esp.pfsGroup") with
        {
            Log = LogLines.Find(context.Lab, tunnelPair.Ends, "no acceptable proposal found", "CHILD_SA rekeying failed"),
            Resources = [aws.Address, azure.Address],
        };
    }

    // sa_datasize counts kilobytes (github.com/hashicorp/terraform-provider-azurerm, website/docs/r/virtual_network_gateway_connection.html.markdown).
    public static LabExplanation Often(TunnelPair tunnelPair)
    {
        var (azure, designed) = (tunnelPair.Azure!, tunnelPair.Tunnel.EspKilobytes);
        return new LabExplanation
        {
            Cause = string.Create(CultureInfo.InvariantCulture, $"Azure renews the keys after each {azure.Offer.EspKilobytes} KB in place of {designed} (sa_datasize, in KB): under load the tunnel spends its time on that."),
            Azure = string.Create(CultureInfo.InvariantCulture, $"sa_datasize is {azure.Offer.EspKilobytes}"),
            Resources = [azure.Address],
            RequestPath = $"{tunnelPair.Tunnel.RequestPath}.crypto.esp.azureDataSize",
        };
    }

    private static LabExplanation? Addresses(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd aws, LabTunnelEnd azure, string path)
    {
        if (azure.PeerOutside != aws.Outside)
        {
            return Difference(
                $"Azure's local network gateway points at a different address than the AWS {(aws.Appliance is null ? "tunnel" : "machine")}'s.",
                aws.Appliance is null ? $"the tunnel ends on {aws.Outside}" : $"the elastic address is {aws.Outside}", $"gateway_address is {azure.PeerOutside}", path) with
            { Resources = [azure.PeerAddress, azure.Address, aws.OutsideAddress] };
        }

        var rival = context.Lab.Layout.Ends.FirstOrDefault(end => end.Cloud == azure.Cloud && end.Address != azure.Address && end.Outside == azure.Outside && end.PeerOutside == azure.PeerOutside);
        if (rival is not null)
        {
            return Difference("Two Azure connections point at the address of this AWS tunnel.", $"the tunnel ends on {aws.Outside}", $"'{azure.Connection}' and '{rival.Connection}' both point at it", path) with { Resources = [azure.Address, azure.PeerAddress, rival.Address, rival.PeerAddress] };
        }

        var designed = tunnelPair.Tunnel.AzureInstance;
        return aws.Appliance is null && (aws.PeerOutside != azure.Outside || azure.Number != designed)
            ? Difference(
                string.Create(CultureInfo.InvariantCulture, $"AWS's customer gateway does not have the address of Azure's instance {designed}, so AWS negotiates with a different peer."),
                $"ip_address is {aws.PeerOutside}",
                string.Create(CultureInfo.InvariantCulture, $"{(azure.Number == designed ? $"instance {designed} has {azure.Outside}" : $"{azure.Outside} is instance {azure.Number}")}"),
                path) with
            { Resources = [aws.PeerAddress, aws.Address, azure.OutsideAddress, context.Lab.Layout.Gateway(azure.Gateway).Address] }
            : null;
    }

    private static LabExplanation? Start(LabTunnelEnd aws, LabTunnelEnd azure, string path) => aws.Starts || azure.Starts
        ? null
        : Difference("Neither end starts the tunnel: each waits for the other.", "startup_action is add", "connection_mode is ResponderOnly", $"{path}.tunnels.startup");

    private static LabExplanation? Version(LabTunnelEnd aws, LabTunnelEnd azure, string path) => aws.Offer.Versions.Intersect(azure.Offer.Versions).Any()
        ? null
        : Difference("The ends use different versions of IKE.", Offers.Versions(aws), Offers.Versions(azure), $"{path}.crypto.ike.version");

    private static LabExplanation? Ike(LabTunnelEnd aws, LabTunnelEnd azure, string path) => Offers.IkeDifference(aws, azure) is { } what
        ? Difference($"The ends have no {what.Name} for IKE in common.", what.Aws, what.Azure, $"{path}.crypto.ike.{what.Key}")
        : null;

    private static LabExplanation? Esp(LabTunnelEnd aws, LabTunnelEnd azure, string path) => Offers.EspDifference(aws, azure) is { } what
        ? Difference($"The ends have no {what.Name} for ESP in common.", what.Aws, what.Azure, $"{path}.crypto.esp.{what.Key}")
        : null;

    // The keys themselves are never shown.
    private static LabExplanation? Keys(CheckContext context, LabTunnelEnd aws, LabTunnelEnd azure, string path)
    {
        if (aws.HasCertificate)
        {
            return Difference(
                "AWS's customer gateway has a certificate, so AWS does not accept a pre-shared key; Azure has nothing else.",
                "authenticates by certificate (certificate_arn)", "authenticates by shared_key", $"{path}.keys") with
            { Resources = [aws.PeerAddress, aws.Address, azure.Address] };
        }

        if (aws.Key == azure.Key)
        {
            return null;
        }

        // Tunnels that share a key by design have it by right.
        var own = context.TunnelPairs.FirstOrDefault(pair => pair.Aws == aws)?.Tunnel.Key;
        var others = context.TunnelPairs.Where(other => other.Tunnel.Key != own).ToList();
        if (others.Find(other => other.Aws?.Key == azure.Key) is { } ofAzure)
        {
            return Difference($"Azure has the key of tunnel {ofAzure.Tunnel.Name} here: keys are swapped.", "its own preshared_key", $"the shared_key of tunnel {ofAzure.Tunnel.Name}", $"{path}.keys");
        }

        return others.Find(other => other.Azure?.Key == aws.Key) is { } ofAws
            ? Difference($"AWS has the key of tunnel {ofAws.Tunnel.Name} here: keys are swapped.", $"the preshared_key of tunnel {ofAws.Tunnel.Name}", "its own shared_key", $"{path}.keys")
            : Difference("The pre-shared keys of the two ends differ.", "its own preshared_key", "another shared_key", $"{path}.keys");
    }

    private static LabExplanation? Selectors(LabTunnelEnd aws, LabTunnelEnd azure, string path)
    {
        var meet = aws.LocalSelectors.Any(left => azure.RemoteSelectors.Any(left.Overlaps)) && aws.RemoteSelectors.Any(left => azure.LocalSelectors.Any(left.Overlaps));
        var cause = azure.RemoteSelectors.Count > 0
            ? "The traffic selectors of the two ends have nothing in common."
            : "Azure is to take its traffic selectors from its networks (use_policy_based_traffic_selectors), and its local network gateway has no address_space: it has none for the other side.";
        return meet ? null : Difference(cause, Offers.Selectors(aws), Offers.Selectors(azure), $"{path}.selectors");
    }

    // Only what both have is carried.
    public static LabExplanation? Narrowed(LabTunnelEnd aws, LabTunnelEnd azure, string path)
    {
        var same = aws.LocalSelectors.ToHashSet().SetEquals(azure.RemoteSelectors) && aws.RemoteSelectors.ToHashSet().SetEquals(azure.LocalSelectors);
        return same ? null : Difference("The traffic selectors of the two ends differ: the tunnel would carry only what both have, which is not what was designed.", Offers.Selectors(aws), Offers.Selectors(azure), $"{path}.selectors");
    }

    private static LabExplanation? Swapped(CheckContext context, LabTunnelEnd end, LabTunnelEnd other, string path)
    {
        bool IsOf(IReadOnlyList<Cidr> selectors, LabTunnelEnd side) => context.Lab.Layout.Gateway(side.Gateway) is var gateway && gateway.Networks.Concat(gateway.Announced).Any(network => selectors.Any(network.Overlaps));
        var swapped = IsOf(end.LocalSelectors, other) && IsOf(end.RemoteSelectors, end) && !IsOf(end.LocalSelectors, end) && !IsOf(end.RemoteSelectors, other);
        var (aws, azure) = end.Cloud == Design.Catalogue.Cloud.Aws ? (end, other) : (other, end);
        return !swapped ? null : Difference(
            $"The traffic selectors of {(end == aws ? "AWS" : "Azure")} are swapped: what they have for its own side are the networks of the other, and what they have for the other are its own.",
            Offers.Selectors(aws), Offers.Selectors(azure), $"{path}.selectors") with
        { Resources = [end.Address] };
    }

    private static string Values(LabTunnelEnd end) => $"{Offers.Versions(end)}, {string.Join(", ", Proposals.Ike(end.Offer))}; ESP {string.Join(", ", Proposals.Esp(end.Offer))}; {Offers.Selectors(end)}";

    internal static LabExplanation Difference(string cause, string aws, string azure, string? path) => new() { Cause = cause, Aws = aws, Azure = azure, RequestPath = path };
}
