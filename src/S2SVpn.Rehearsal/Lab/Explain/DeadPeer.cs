using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What the ends of a tunnel do about a dead peer, where it is less than was designed.</summary>
internal static class DeadPeer
{
    private const string None = "none";
    private const string Clear = "clear";

    // What is only somewhat longer is a choice, and no mistake of a unit.
    public const int FarLater = 4;

    // What the actions do: docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html.
    public static WeakTunnel? IsIgnored(CheckContext context, TunnelPair tunnelPair)
    {
        if (tunnelPair is not { Aws: { DpdAction: { } action } aws, Azure: { } azure, Tunnel.DpdAction: { } designed } || action == designed || designed == None)
        {
            return null;
        }

        var cause = (action, designed, azure.Starts) switch
        {
            (None, _, _) => $"AWS does nothing about a peer that is dead (dpd_timeout_action is {action} in place of {designed}), so that the tunnel counts as up until its keys expire.",
            // After that, AWS starts a tunnel only when its connection is created or changed.
            (Clear, _, false) => $"AWS gives up a tunnel whose peer is dead (dpd_timeout_action is {action} in place of {designed}) and Azure starts none (connection_mode is ResponderOnly), so that nobody starts it again.",
            _ => null,
        };
        return cause is null ? null : new($"dpd_timeout_action is {action}", new LabExplanation
        {
            Cause = cause,
            Aws = string.Create(CultureInfo.InvariantCulture, $"tunnel{aws.Number}_dpd_timeout_action is {action}"),
            Resources = [aws.Address],
            RequestPath = $"{tunnelPair.Tunnel.RequestPath}.tunnels.dpd.action",
        });
    }

    // With BGP, its hold time ends a session whose peer is silent.
    public static WeakTunnel? IsNoticedLate(CheckContext context, TunnelPair tunnelPair)
    {
        var tunnel = tunnelPair.Tunnel;
        var late = tunnel.Bgp ? null : tunnelPair.Ends.FirstOrDefault(end => end.Appliance is null && Designed(end) is { } seconds && end.DpdSeconds > FarLater * seconds);
        return late is null ? null : new(string.Create(CultureInfo.InvariantCulture, $"dead peers noticed after {late.DpdSeconds} s"), new LabExplanation
        {
            Cause = string.Create(CultureInfo.InvariantCulture, $"{(late.Cloud == Cloud.Aws ? "AWS" : "Azure")} waits {late.DpdSeconds} s before a silent peer counts as dead, in place of {Designed(late)} s (dpd_timeout_seconds), and without BGP nothing else takes the tunnel out of its routes: all that is sent into it is lost until then."),
            Resources = [late.Address],
            RequestPath = $"{tunnel.RequestPath}.tunnels.dpd.timeout",
        });

        int? Designed(LabTunnelEnd end) => end.Cloud == Cloud.Aws ? tunnel.AwsDpdSeconds : tunnel.AzureDpdSeconds;
    }
}
