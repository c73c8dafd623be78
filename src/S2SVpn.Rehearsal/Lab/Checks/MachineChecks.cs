using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>The machines of both sides reach each other both ways: the filters aside, which are checked after it.</summary>
internal static class MachineChecks
{
    private const int Milliseconds = 3000;

    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        context.Lab.AllowMeasurementTraffic(allow: true);
        try
        {
            var pairs = MachinePair.Of(context);
            var checks = pairs.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(pair => Check(context, pair)).ToList();
            context.Unreachable.UnionWith(pairs.Zip(checks).Where(each => !each.Second.Passed).Select(each => (each.First.From.Place, each.First.To.Place)));
            return checks;
        }
        finally
        {
            context.Lab.AllowMeasurementTraffic(allow: false);
        }
    }

    private static LabCheck Check(CheckContext context, MachinePair pair)
    {
        var (ping, tcp) = (false, false);
        Parallel.Invoke(
            () => ping = pair.Probe.Ping(FilterRules.MeasurementPort, context.Milliseconds(Milliseconds)),
            () => tcp = pair.Probe.Tcp(FilterRules.MeasurementPort, context.Milliseconds(Milliseconds)));
        var part = ping && tcp ? RouteExplainer.Part(context, pair) : null;
        return new LabCheck
        {
            Group = "machines",
            Name = $"{pair.From.Address} to {pair.Target}",
            Passed = ping && tcp && part is null,
            Expected = "ping and TCP answered",
            Seen = (ping, tcp) switch
            {
                (true, true) => part is null ? "ping and TCP answered" : "ping and TCP answered, but not from all of its network",
                (true, false) => "ping answered, TCP not",
                (false, true) => "TCP answered, ping not",
                _ => "neither ping nor TCP answered",
            },
            Explanation = ping && tcp ? part : RouteExplainer.Machines(context, pair),
        };
    }
}
