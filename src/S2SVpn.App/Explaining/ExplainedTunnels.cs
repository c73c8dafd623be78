using S2SVpn.Design.Planning;

namespace S2SVpn.App.Explaining;

/// <summary>Which end starts a tunnel, and which address is whose.</summary>
internal static class ExplainedTunnels
{
    public static IEnumerable<string> Starts(ConnectivityPlan plan)
    {
        foreach (var group in plan.Tunnels.Where(tunnel => tunnel.IsUsed).GroupBy(tunnel => tunnel.Initiator))
        {
            yield return $"{Names(plan, group)}: " + group.Key switch
            {
                Initiator.Aws => "AWS starts, Azure waits.",
                Initiator.Azure => "Azure starts, AWS waits.",
                _ => "whichever end is ready first starts, so that either one brings a lost tunnel back.",
            };
        }

        if (plan.Tunnels.Where(tunnel => !tunnel.IsUsed).ToList() is { Count: > 0 } unused)
        {
            yield return $"{Names(plan, unused)}: not used. AWS makes two tunnels a connection, and this Azure gateway has one BGP address for them.";
        }

        if (plan.Tunnels.Any())
        {
            yield return "Inside a tunnel each end has an address of its inside network, as the table below shows. The public addresses outside are given by the clouds at apply: two of the Azure gateway where it has two instances, and one of AWS for each tunnel.";
        }
    }

    /// <summary>Tunnels by their names, or all of them by one word.</summary>
    public static string Names(ConnectivityPlan plan, IEnumerable<TunnelPlan> tunnels)
    {
        var names = tunnels.Select(tunnel => $"{tunnel.Link} {tunnel.Id}").ToList();
        return names.Count == plan.Tunnels.Count() ? "All tunnels" : string.Join(", ", names);
    }
}
