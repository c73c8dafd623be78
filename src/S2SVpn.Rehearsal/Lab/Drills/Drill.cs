using S2SVpn.Rehearsal.Lab.Checks;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>A loss to try.</summary>
/// <param name="Name">How a report calls it.</param>
/// <param name="Lost">The tunnels that it takes.</param>
/// <param name="Politely">Whether the ends tell each other, as the clouds do before maintenance; otherwise nothing comes any more.</param>
internal sealed record Drill(string Name, IReadOnlyList<Meeting> Lost, bool Politely)
{
    /// <summary>What can be lost of one link: each tunnel, each AWS connection, each Azure instance, all tunnels but one.</summary>
    public static IEnumerable<Drill> Of(IReadOnlyList<Meeting> link)
    {
        foreach (var tunnel in link)
        {
            yield return new Drill($"tunnel {tunnel.Tunnel.Name} lost", [tunnel], Politely: false);
        }

        foreach (var tunnel in link)
        {
            yield return new Drill($"tunnel {tunnel.Tunnel.Name} closed", [tunnel], Politely: true);
        }

        foreach (var connection in link.GroupBy(meeting => meeting.Tunnel.AwsConnection).Where(group => group.Count() > 1))
        {
            yield return new Drill($"AWS {(connection.First().Tunnel.OnAppliance ? "machine" : "connection")} {connection.Key} lost", connection.ToList(), Politely: false);
        }

        foreach (var instance in link.GroupBy(meeting => meeting.Tunnel.AzureInstance).Where(group => group.Count() > 1))
        {
            yield return new Drill($"Azure instance {instance.Key} lost", instance.ToList(), Politely: false);
        }

        if (link.Count > 2)
        {
            yield return new Drill($"all but tunnel {link[^1].Tunnel.Name} lost", link.SkipLast(1).ToList(), Politely: false);
        }
    }
}
