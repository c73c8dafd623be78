using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Explaining;

/// <summary>What happens when each part fails. The figures are those of docs/routing.md.</summary>
internal static class ExplainedFailures
{
    private const string Outage = "no traffic until it is back";

    public static IEnumerable<string> Of(ConnectivityPlan plan)
    {
        // What holds for several links is said once.
        foreach (var same in plan.Links.SelectMany(link => Of(plan, link), (link, sentence) => (link, sentence)).GroupBy(pair => pair.sentence, pair => pair.link.Name))
        {
            var names = same.Count() == plan.Links.Count ? "" : $"{string.Join(", ", same)}: ";
            yield return $"{names}{same.Key}";
        }

        foreach (var site in plan.AwsSites.Where(site => site.Links.Count > 0))
        {
            var elsewhere = plan.AwsSites.Count > 1 ? "; the other AWS sites keep their tunnels" : "";
            yield return $"{site.Region} or the gateway there is lost: {Outage}{elsewhere}.";
        }

        foreach (var site in plan.AzureSites.Where(site => site.Links.Count > 0))
        {
            var elsewhere = plan.AzureSites.Count > 1 ? "; the other Azure sites keep their tunnels" : "";
            yield return $"{site.Location} or the gateway there is lost: {Outage}{elsewhere}.";
        }
    }

    private static IEnumerable<string> Of(ConnectivityPlan plan, LinkPlan link)
    {
        var used = link.Tunnels.Where(tunnel => tunnel.IsUsed).ToList();
        if (used.Count < 2)
        {
            yield return $"The only tunnel is lost, for maintenance too: {Outage}.";
            yield break;
        }

        yield return $"A tunnel is lost, for maintenance too: its traffic moves to the other {used.Count - 1}. {Notice(plan, link)}";
        var instances = used.Select(tunnel => tunnel.AzureInstance).Distinct().Count();
        var (awsIsMachine, azureIsMachine) = (plan.AwsSite(link.AwsSite).Gateway.Appliance is not null, plan.AzureSite(link.AzureSite).Gateway.Appliance is not null);
        yield return azureIsMachine ? Machine("Azure", instances)
            : instances > 1
            ? $"An Azure instance or its zone is lost: {ExplainedSites.Count(used.Count(tunnel => tunnel.AzureInstance == 0), "tunnel")} with it; the other instance carries all traffic."
            : $"The Azure gateway's one instance is lost: {Outage}, or until Azure starts its standby.";
        if (awsIsMachine)
        {
            yield return Machine("AWS", used.Select(tunnel => tunnel.Number).Distinct().Count());
            yield break;
        }

        var connections = used.Select(tunnel => tunnel.Connection).Distinct().Count();
        yield return connections > 1
            ? "A VPN connection of AWS is lost: the other one carries all traffic."
            : $"The VPN connection of AWS is lost: {Outage}.";
    }

    private static string Machine(string cloud, int count) => count > 1
        ? $"A machine in {cloud} or its zone is lost: the other takes over its routes within half a minute, and carries all traffic."
        : $"The machine in {cloud} is lost: {Outage}. It starts again by itself where it can.";

    private static string Notice(ConnectivityPlan plan, LinkPlan link)
    {
        if (link.Routing == Routing.Bgp)
        {
            return plan.AzureSite(link.AzureSite).Gateway.Appliance is not null
                ? "Where it goes silent, both ends notice within 30 s; where it is shut down in order, both at once."
                : "Where it goes silent, AWS notices within 30 s and Azure within 180 s; where it is shut down in order, both at once.";
        }

        var azure = plan.AzureSite(link.AzureSite).Links.First(end => end.Name == link.Name);
        var wait = azure.Connections.Select(connection => connection.DpdTimeoutSeconds).DefaultIfEmpty(0).Max();
        if (link.Keys.Any(key => key.IsWireguard))
        {
            return "Each machine asks its peer through it every 5 s, and takes three missing answers for a loss.";
        }

        return wait > 0 ? $"Dead peer detection notices it after {wait} s." : "Dead peer detection notices it.";
    }
}
