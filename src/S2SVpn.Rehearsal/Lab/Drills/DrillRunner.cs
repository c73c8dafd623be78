using System.Globalization;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>Takes down one thing after another while flows run, and restores each.</summary>
internal sealed class DrillRunner : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly CheckContext _context;
    private readonly List<(IReadOnlyList<TunnelPair> Link, MachinePair Pair, Drill Drill)> _drills;
    private (MachinePair Pair, FlowMeter Meter)? _measured;

    public DrillRunner(CheckContext context)
    {
        _context = context;
        context.Lab.AllowMeasurementTraffic(allow: true);
        context.Lab.StartUnits();
        _drills = [.. from link in FlowChecks.Links(context) from drill in Drill.Of(link.Tunnels).Concat(MachineDrills.Of(context.Lab, link.Tunnels)) select (link.Tunnels, link.Pair, drill)];
    }

    /// <summary>The numbers of all, which are the same in every lab of one state; those that take long before those that don't.</summary>
    public IReadOnlyList<int> LongestFirst => [.. Enumerable.Range(0, _drills.Count).OrderByDescending(number => _drills[number].Drill.Slower).ThenBy(number => _drills[number].Drill.Graceful)];

    // With the clouds' own timers a dead peer is noticed within a minute, and BGP's hold time may be three.
    private double Patience => _context.Lab.Timers.Real ? 240 : 45 * _context.Lab.Slowness;

    /// <exception cref="LabException">The measurement itself does not work.</exception>
    public LabDrill Run(int number)
    {
        var (link, pair, drill) = _drills[number];
        return Try(drill, link, Meter(pair));
    }

    public void Dispose()
    {
        _measured?.Meter.Dispose();
        _context.Lab.AllowMeasurementTraffic(allow: false);
    }

    private FlowMeter Meter(MachinePair pair)
    {
        if (_measured?.Pair != pair)
        {
            // Their server has one port.
            _measured?.Meter.Dispose();
            _measured = (pair, FlowMeter.Between(pair));
        }

        return _measured.Value.Meter;
    }

    private LabDrill Try(Drill drill, IReadOnlyList<TunnelPair> link, FlowMeter meter)
    {
        bool AllUp() => link.All(tunnelPair => tunnelPair.IsUp(_context.Lab) && tunnelPair.BgpIsUp(_context.Lab));
        var patience = Patience * drill.Slower;
        var before = !Wait.Until(Patience, AllUp) ? "not every tunnel was up before the drill"
            : meter.Silent(Patience) is { Count: > 0 } silent ? $"traffic did not pass before the drill: {silent.Count} flows got no reply"
            : null;
        meter.Begin();
        using var ways = new WayMeter(_context.Lab, link);
        drill.Lose(_context.Lab);
        // Static routes of a transit gateway lead to one connection only.
        var left = link.Except(drill.Lost).Any(tunnelPair => tunnelPair.Tunnel is { AwsLearns.Count: > 0, AzureLearns.Count: > 0 });
        // Lost without a word, it takes both ends their time to notice.
        var noticed = Wait.Until(patience, () => drill.IsNoticed(_context.Lab));
        // Not for a moment only.
        var survived = !left || meter.Silent(Patience).Count == 0;
        Thread.Sleep(Pause);
        survived = survived && (!left || meter.Silent(Patience).Count == 0);
        meter.End();
        drill.Restore(_context.Lab);
        var restored = Wait.Until(patience, () => AllUp() && drill.IsRestored(_context.Lab)) && meter.Silent(Patience).Count == 0;
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
