using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Estimates;

/// <summary>How long traffic of a link stops where a tunnel goes silent. One that is shut down in order moves at once.</summary>
/// <param name="Link">The link.</param>
/// <param name="AwsSeconds">Until AWS sends another way; null where there is none.</param>
/// <param name="AzureSeconds">Until Azure does.</param>
/// <param name="Why">What they notice it by.</param>
internal sealed record FailoverEstimate(string Link, int? AwsSeconds, int? AzureSeconds, string Why)
{
    // docs/routing.md has the sources.
    private const int AwsHoldTime = 30;
    private const int MachineHoldTime = 30;
    private const int AzureHoldTime = 180;

    public static IReadOnlyList<FailoverEstimate> Of(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Links.Select(link => Of(plan, link))];
    }

    private static FailoverEstimate Of(ConnectivityPlan plan, LinkPlan link)
    {
        if (link.Tunnels.Count(tunnel => tunnel.IsUsed) < 2)
        {
            return new FailoverEstimate(link.Name, null, null, "there is no other tunnel");
        }

        if (link.Routing == Routing.Bgp)
        {
            // The shorter of both ends counts (RFC 4271, section 4.2); that of Azure's gateway is its own.
            var onMachine = plan.AzureSite(link.AzureSite).Gateway.Appliance is not null;
            return new FailoverEstimate(link.Name, AwsHoldTime, onMachine ? MachineHoldTime : AzureHoldTime, "the hold time of BGP");
        }

        var aws = plan.AwsSite(link.AwsSite).Links.First(end => end.Name == link.Name);
        var azure = plan.AzureSite(link.AzureSite).Links.First(end => end.Name == link.Name);
        return new FailoverEstimate(
            link.Name,
            aws.Connections.SelectMany(connection => connection.Tunnels).Select(tunnel => (int?)tunnel.DpdTimeoutSeconds).Max(),
            azure.Connections.Select(connection => (int?)connection.DpdTimeoutSeconds).Max(),
            "dead peer detection");
    }
}
