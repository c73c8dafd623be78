using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>What explain says of a plan beside its choices: what has to be there first, and how it behaves.</summary>
internal static class PlanNotes
{
    public static ValueList<PlanNote> Of(ConnectivityPlan plan) =>
    [
        .. ExistingGatewayAddresses.Notes(plan),
        .. TransitNotes.Of(plan),
        .. Failover(plan),
        .. Maintenance(plan),
    ];

    // Azure: learn.microsoft.com/troubleshoot/azure/vpn-gateway/vpn-gateway-troubleshoot-bgp. RFC 4271 makes it the smaller of the
    // two, but what Azure documents is fixed.
    private static IEnumerable<PlanNote> Failover(ConnectivityPlan plan)
    {
        if (plan.Links.Any(link => link.Routing == Routing.Bgp
            && plan.AwsSite(link.AwsSite).Gateway.Kind != AwsGatewayKind.Appliance
            && plan.AzureSite(link.AzureSite).Gateway.Kind == AzureGatewayKind.Managed))
        {
            yield return new PlanNote(
                "When a tunnel goes silent, AWS drops its routes after its BGP hold time of 30 s. Microsoft documents a fixed "
                + "hold time of 180 s for Azure, so that traffic from Azure can take up to 180 s to move. A tunnel that is shut down in order moves at once.");
        }
    }

    private static IEnumerable<PlanNote> Maintenance(ConnectivityPlan plan)
    {
        var controlled = plan.AwsSites
            .SelectMany(site => site.Links.SelectMany(link => link.Connections.SelectMany(connection => connection.Tunnels)))
            .Where(tunnel => tunnel.LifecycleControl)
            .Select(tunnel => $"{tunnel.Tunnel.Link} {tunnel.Tunnel.Connection}.{tunnel.Tunnel.Number}").ToList();
        if (controlled.Count > 0)
        {
            yield return new PlanNote(
                $"With lifecycleControl AWS waits with maintenance of {string.Join(", ", controlled)} until you apply it or its date comes; "
                + "a critical update may still come at once. AWS Health notifies you of a pending one (docs/monitoring.md), and this command "
                + "shows it with its date. 'aws ec2 replace-vpn-tunnel' with the same arguments and --apply-pending-maintenance applies it:",
                "aws ec2 get-vpn-tunnel-replacement-status --vpn-connection-id vpn-… --vpn-tunnel-outside-ip-address …");
        }
    }
}
