using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>A loss to try.</summary>
/// <param name="Name">How a report calls it.</param>
/// <param name="Lost">The tunnels that it takes.</param>
/// <param name="Graceful">Whether the ends tell each other, as the clouds do before maintenance; otherwise nothing comes any more.</param>
internal record Drill(string Name, IReadOnlyList<TunnelPair> Lost, bool Graceful)
{
    /// <summary>How many times longer than a lost tunnel it may take.</summary>
    public virtual double Slower => 1;

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

    /// <summary>Takes it down.</summary>
    public virtual void Lose(RunningLab lab)
    {
        if (Graceful)
        {
            // AWS's end closes it, as AWS does to replace a tunnel's endpoint.
            foreach (var tunnelPair in Lost)
            {
                lab.Charon(tunnelPair.Aws!).Close();
            }

            return;
        }

        // An address may be another by now.
        lab.Cut(Lost.Select(tunnelPair => (lab.Daemon(tunnelPair.Aws!).End.Outside, lab.Daemon(tunnelPair.Azure!).End.Outside)).ToList());
    }

    /// <summary>Whether those that it concerns know of it. Told, they know at once.</summary>
    public virtual bool IsNoticed(RunningLab lab) => Graceful || Lost.All(tunnelPair => !tunnelPair.Carries(lab));

    /// <summary>Brings it back.</summary>
    public virtual void Restore(RunningLab lab) => lab.Cut([]);

    /// <summary>Whether more than its tunnels is as before.</summary>
    public virtual bool IsRestored(RunningLab lab) => true;
}
