using S2SVpn.Rehearsal.Lab.Measurement;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>A loss to try.</summary>
/// <param name="Name">How a report calls it.</param>
/// <param name="Lost">The tunnels that it takes.</param>
/// <param name="Graceful">Whether the ends tell each other, as the clouds do before maintenance; otherwise nothing comes any more.</param>
internal sealed record Drill(string Name, IReadOnlyList<TunnelPair> Lost, bool Graceful)
{
    /// <summary>What can be lost of one link: each tunnel, each AWS connection, each Azure instance, all tunnels but one.</summary>
    public static IEnumerable<Drill> Of(IReadOnlyList<TunnelPair> link)
    {
        foreach (var tunnel in link)
        {
            yield return new Drill($"tunnel {tunnel.Tunnel.Name} lost", [tunnel], Graceful: false);
        }

        // WireGuard tells its peer nothing when it ends.
        foreach (var tunnel in link.Where(tunnel => !tunnel.Tunnel.IsWireguard))
        {
            yield return new Drill($"tunnel {tunnel.Tunnel.Name} closed", [tunnel], Graceful: true);
        }

        foreach (var connection in link.GroupBy(tunnelPair => tunnelPair.Tunnel.AwsConnection).Where(group => group.Count() > 1))
        {
            yield return new Drill($"AWS {(connection.First().Tunnel.OnAppliance ? "machine" : "connection")} {connection.Key} lost", connection.ToList(), Graceful: false);
        }

        foreach (var instance in link.GroupBy(tunnelPair => tunnelPair.Tunnel.AzureInstance).Where(group => group.Count() > 1))
        {
            yield return new Drill($"Azure {(instance.First().Tunnel.OnAzureAppliance ? $"machine {instance.First().Tunnel.AzureConnection}" : $"instance {instance.Key}")} lost", instance.ToList(), Graceful: false);
        }

        if (link.Count > 2)
        {
            yield return new Drill($"all but tunnel {link[^1].Tunnel.Name} lost", link.SkipLast(1).ToList(), Graceful: false);
        }
    }
}
