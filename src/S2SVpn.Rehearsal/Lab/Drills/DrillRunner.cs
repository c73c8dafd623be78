using System.Globalization;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>Takes down one thing after another while flows run, and restores each.</summary>
internal sealed class DrillRunner(CheckContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // With the clouds' own timers a dead peer is noticed within a minute, and BGP's hold time may be three.
    private double Patience => context.Lab.Timers.Real ? 240 : 45 * context.Lab.Slowness;

    public IEnumerable<LabDrill> Run()
    {
        context.Lab.AllowMeasurementTraffic(allow: true);
        context.Lab.StartUnits();
        try
        {
            foreach (var (tunnels, pair) in FlowChecks.Links(context))
            {
                using var meter = FlowMeter.Between(pair);
                foreach (var drill in Drill.Of(tunnels).Concat(MachineDrills.Of(context.Lab, tunnels)))
                {
                    yield return Try(drill, tunnels, meter);
                }
            }
        }
        finally
        {
            context.Lab.AllowMeasurementTraffic(allow: false);
        }
    }

    private LabDrill Try(Drill drill, IReadOnlyList<TunnelPair> link, FlowMeter meter)
    {
        bool AllUp() => link.All(tunnelPair => tunnelPair.IsUp(context.Lab) && tunnelPair.BgpIsUp(context.Lab));
        var patience = Patience * drill.Slower;
        var before = !Wait.Until(Patience, AllUp) ? "not every tunnel was up before the drill"
            : meter.Silent(Patience) is { Count: > 0 } silent ? $"traffic did not pass before the drill: {silent.Count} flows got no reply"
            : null;
        meter.Begin();
        using var ways = new WayMeter(context.Lab, link);
        drill.Lose(context.Lab);
        // Static routes of a transit gateway lead to one connection only.
        var left = link.Except(drill.Lost).Any(tunnelPair => tunnelPair.Tunnel is { AwsLearns.Count: > 0, AzureLearns.Count: > 0 });
        // Lost without a word, it takes both ends their time to notice.
        var noticed = Wait.Until(patience, () => drill.IsNoticed(context.Lab));
        // Not for a moment only.
        var survived = !left || meter.Silent(Patience).Count == 0;
        Thread.Sleep(Pause);
        survived = survived && (!left || meter.Silent(Patience).Count == 0);
        meter.End();
        drill.Restore(context.Lab);
        var restored = Wait.Until(patience, () => AllUp() && drill.IsRestored(context.Lab)) && meter.Silent(Patience).Count == 0;
        // Not before now: what was under way when the tunnel came back has had its echo since.
        var (affected, lost, sent, seconds) = meter.Read();
        return new LabDrill
        {
            Name = drill.Name,
            Passed = before is null && noticed && survived && restored,
            Affected = affected,
            Flows = FlowMeter.Flows,
            Lost = lost,
            Sent = sent,
            Seconds = Math.Round(seconds, 1),
            Timeline = meter.Timeline(),
            Ways = ways.Read(),
            Outcome = before ?? Outcome(noticed, left, survived, restored, lost, affected),
        };
    }

    private static string Outcome(bool noticed, bool left, bool survived, bool restored, int lost, int affected) => (noticed, left, survived, restored) switch
    {
        (false, _, _, _) => "the ends did not detect the loss",
        (_, true, false, _) => "traffic did not survive",
        (_, _, _, false) => "did not recover",
        (_, false, _, _) => "no other path by design: down until it is restored",
        _ when lost == 0 => "nothing lost, recovered",
        _ => string.Create(CultureInfo.InvariantCulture, $"{affected} flows moved to other tunnels and back"),
    };
}
