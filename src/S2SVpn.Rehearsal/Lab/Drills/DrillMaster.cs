using System.Globalization;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>Loses one thing after the other while flows run, and puts each back.</summary>
internal sealed class DrillMaster(CheckContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // With the clouds' own timers a dead peer is noticed within a minute, and BGP's hold time may be three.
    private double Patience => context.Lab.Timers.Real ? 240 : 15;

    public IEnumerable<LabDrill> Hold()
    {
        context.Lab.Free(open: true);
        try
        {
            foreach (var link in context.Meetings.GroupBy(meeting => (meeting.Aws!.Gateway, meeting.Azure!.Gateway)))
            {
                var pair = MachinePair.Of(context).FirstOrDefault(pair => pair.From.Cloud == Cloud.Azure && pair.From.Gateway == link.Key.Item2 && pair.To.Gateway == link.Key.Item1);
                if (pair is null)
                {
                    continue;
                }

                using var meter = new FlowMeter(pair);
                foreach (var drill in Drill.Of(link.ToList()))
                {
                    yield return Try(drill, link.ToList(), meter);
                }
            }
        }
        finally
        {
            context.Lab.Free(open: false);
        }
    }

    private LabDrill Try(Drill drill, IReadOnlyList<Meeting> link, FlowMeter meter)
    {
        var stood = Checks.Patience.Until(Patience, () => meter.AllAnswered(200));
        Thread.Sleep(Pause);
        meter.Reset();
        Lose(drill);
        // Static routes of a transit gateway lead to one connection only.
        var left = link.Except(drill.Lost).Any(meeting => meeting.Tunnel is { AwsLearns.Count: > 0, AzureLearns.Count: > 0 });
        // Lost without a word, it takes both ends their time to notice; told, they know at once.
        var noticed = drill.Politely || Checks.Patience.Until(Patience, () => drill.Lost.All(meeting => !meeting.Stands(context.Lab)));
        var survived = !left || Checks.Patience.Until(Patience, () => meter.AllAnswered(200));
        Thread.Sleep(Pause);
        survived = survived && (!left || meter.AllAnswered(500));
        var (affected, lost, sent, seconds) = meter.Read();
        context.Lab.Cut([]);
        var restored = Checks.Patience.Until(Patience, () => link.All(meeting => meeting.IsUp(context.Lab) && meeting.Speaks(context.Lab)) && meter.AllAnswered(200));
        return new LabDrill
        {
            Name = drill.Name,
            Passed = stood && noticed && survived && restored,
            Affected = affected,
            Flows = FlowMeter.Flows,
            Lost = lost,
            Sent = sent,
            Seconds = Math.Round(seconds, 1),
            Outcome = !stood ? "traffic did not pass before it" : Outcome(noticed, left, survived, restored, lost, affected),
        };
    }

    private void Lose(Drill drill)
    {
        if (drill.Politely)
        {
            // AWS's end closes it, as AWS does to replace a tunnel's endpoint.
            foreach (var meeting in drill.Lost)
            {
                context.Lab.Charon(meeting.Aws!).Close();
            }

            return;
        }

        context.Lab.Cut(drill.Lost.Select(meeting => (meeting.Aws!.Outside, meeting.Azure!.Outside)).ToList());
    }

    private static string Outcome(bool noticed, bool left, bool survived, bool restored, int lost, int affected) => (noticed, left, survived, restored) switch
    {
        (false, _, _, _) => "the ends did not notice",
        (_, true, false, _) => "traffic did not survive",
        (_, _, _, false) => "did not come back",
        (_, false, _, _) => "by design there is no other way: down until it is back",
        _ when lost == 0 => "nothing lost, and back",
        _ => string.Create(CultureInfo.InvariantCulture, $"{affected} flows moved to other tunnels, and back"),
    };
}
