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
        yield return instances > 1
            ? $"An Azure instance or its zone is lost: {ExplainedSites.Count(used.Count(tunnel => tunnel.AzureInstance == 0), "tunnel")} with it; the other instance carries all traffic."
            : $"The Azure gateway's one instance is lost: {Outage}, or until Azure starts its standby.";
        if (plan.AwsSite(link.AwsSite).Gateway.Appliance is { } appliance)
        {
            yield return appliance.Machines.Count > 1
                ? "A machine in AWS or its zone is lost: the other one takes over the routes of the VPC within half a minute."
                : $"The machine in AWS is lost: {Outage}.";
            yield break;
        }

        var connections = used.Select(tunnel => tunnel.Connection).Distinct().Count();
        yield return connections > 1
            ? "A VPN connection of AWS is lost: the other one carries all traffic."
            : $"The VPN connection of AWS is lost: {Outage}.";
    }

    private static string Notice(ConnectivityPlan plan, LinkPlan link)
    {
        if (link.Routing == Routing.Bgp)
        {
            return "Where it goes silent, AWS notices within 30 s and Azure within 180 s; where it is shut down in order, both at once.";
        }

        var azure = plan.AzureSite(link.AzureSite).Links.First(end => end.Name == link.Name);
        var wait = azure.Connections.Select(connection => connection.DpdTimeoutSeconds).DefaultIfEmpty(0).Max();
        return wait > 0 ? $"Dead peer detection notices it after {wait} s." : "Dead peer detection notices it.";
    }
}
