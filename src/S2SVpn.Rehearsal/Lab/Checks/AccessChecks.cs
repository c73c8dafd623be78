using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every flow of the request passes the filters of both clouds, and each of them blocks a sample of what it doesn't list.</summary>
internal static class AccessChecks
{
    private const int Passing = 3000;

    // What is blocked gives no answer, however long one waits.
    private const int Blocked = 350;

    // A sample, also where there are many machines.
    private const int Most = 96;

    private const int MostServices = 3;

    private const int AtOnce = 16;

    // Ports that are scanned for first wherever something is open.
    private static readonly (Protocol Protocol, int? Port)[] Sample =
        [(Protocol.Tcp, 22), (Protocol.Tcp, 443), (Protocol.Tcp, 3389), (Protocol.Tcp, 8080), (Protocol.Udp, 53), (Protocol.Udp, 4433), (Protocol.Icmp, null)];

    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var pairs = MachinePair.Of(context).Where(pair => !context.Unreachable.Contains((pair.From.Place, pair.To.Place))).ToList();
        var listed =
            from flow in context.Design.Flows
            from pair in pairs
            where pair.From.Cloud == flow.FromCloud && pair.To.Cloud == flow.ToCloud
            from service in Services(flow)
            where flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port)
            select new Attempt(pair, service.Protocol, service.Port, flow.Number);
        var edges =
            from pair in pairs
            from service in context.Design.Flows.Where(flow => pair.From.Cloud == flow.FromCloud && pair.To.Cloud == flow.ToCloud).SelectMany(flow => Services(flow).Take(1)).Distinct().Take(MostServices)
            from edge in pair.AtEdges(context)
            select new Attempt(edge, service.Protocol, service.Port, FlowOf(context, edge, service));
        var others =
            from pair in pairs
            from service in Sample
            where FlowOf(context, pair, service) is null
            select new Attempt(pair, service.Protocol, service.Port, null);
        var attempts = listed.Concat(Some(edges)).Concat(Some(others)).ToList();
        var aws = Try(context, attempts, Cloud.Aws);
        var azure = Try(context, attempts, Cloud.Azure);
        return attempts.Select((attempt, index) => attempt.Pair.From.Cloud == Cloud.Aws ? Check(context, attempt, aws[index], azure[index]) : Check(context, attempt, azure[index], aws[index])).ToList();
    }

    // The filters of one cloud alone: else one that is too wide, or gone, hides behind that of the other.
    private static List<bool> Try(CheckContext context, List<Attempt> attempts, Cloud cloud)
    {
        var other = cloud == Cloud.Aws ? Cloud.Azure : Cloud.Aws;
        context.Lab.OpenFilters(other, open: true);
        try
        {
            var passed = attempts.AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).Select(attempt => Passes(context, attempt)).ToList();
            // On a busy machine an answer may come too late: what is to pass has another chance, among few.
            var again = Enumerable.Range(0, attempts.Count).Where(index => attempts[index].Flow is not null && !passed[index]).Take(AtOnce).ToList();
            foreach (var (index, late) in again.Zip(again.AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).Select(index => Passes(context, attempts[index])).ToList()))
            {
                passed[index] = late;
            }

            return passed;
        }
        finally
        {
            context.Lab.OpenFilters(other, open: false);
        }
    }

    private static List<Attempt> Some(IEnumerable<Attempt> attempts)
    {
        var all = attempts.ToList();
        var every = Math.Max(1, (all.Count + Most - 1) / Most);
        return all.Where((_, index) => index % every == 0).ToList();
    }

    private static int? FlowOf(CheckContext context, MachinePair pair, (Protocol Protocol, int? Port) service) =>
        context.Design.Flows.FirstOrDefault(flow => flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port))?.Number;

    /// <summary>Flows that no machine of the lab can try.</summary>
    public static IEnumerable<string> Untried(CheckContext context)
    {
        var pairs = MachinePair.Of(context);
        return context.Design.Flows
            .Where(flow => !pairs.Any(pair => pair.From.Cloud == flow.FromCloud && pair.To.Cloud == flow.ToCloud && Services(flow).Any(service => flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port))))
            .Select(flow => $"Not tried: access {flow.Number}, {flow.From} to {flow.To}: Terraform's state has no subnet in both of them, or they are not joined.")
            .Distinct();
    }

    // A range by its first and its last port; 'any' by one of each.
    public static IEnumerable<(Protocol Protocol, int? Port)> Services(DesignedFlow flow) => flow.Protocol switch
    {
        Protocol.Icmp => [(Protocol.Icmp, null)],
        Protocol.Any => [(Protocol.Icmp, null), (Protocol.Tcp, 8443), (Protocol.Udp, 8443)],
        _ => new[] { flow.FirstPort ?? 8443, flow.LastPort ?? 8443 }.Distinct().Select(port => (flow.Protocol, (int?)port)),
    };

    private static bool Passes(CheckContext context, Attempt attempt)
    {
        var wait = context.Milliseconds(attempt.Flow is null ? Blocked : Passing);
        return attempt.Protocol switch
        {
            Protocol.Tcp => attempt.Pair.Probe.Tcp(attempt.Port!.Value, wait),
            Protocol.Udp => attempt.Pair.Probe.Udp(attempt.Port!.Value, wait),
            _ => attempt.Pair.Probe.Ping(LabProbe.NextPing(), wait),
        };
    }

    // The filters of existing machines are not known.
    private static LabCheck Check(CheckContext context, Attempt attempt, bool leaves, bool enters)
    {
        var (pair, listed) = (attempt.Pair, attempt.Flow is not null);
        leaves = leaves && (listed || !context.Design.OutboundFlows.Any(way => way.FromCloud == pair.From.Cloud && way.Covers(pair.From.Address, pair.Target, attempt.Protocol, attempt.Port)));
        var passed = listed ? leaves && enters : (!leaves || !pair.From.IsOurs) && (!enters || !pair.To.IsOurs);
        var service = string.Create(CultureInfo.InvariantCulture, $"{attempt.Protocol.ToString().ToLowerInvariant()}{(attempt.Port is null ? "" : $" {attempt.Port}")}");
        return new LabCheck
        {
            Group = "access",
            Name = $"{pair.From.Address} to {pair.Target} {service}" + (listed ? string.Create(CultureInfo.InvariantCulture, $" (access {attempt.Flow})") : ""),
            Passed = passed,
            Expected = listed ? "passes" : "blocked by both filters",
            Seen = (passed, leaves, enters) switch
            {
                (true, _, _) => listed ? "passes" : "blocked by both filters",
                (_, true, true) => "passes both filters",
                (_, true, false) => "allowed by the source's filter, blocked by the destination's",
                (_, false, true) => "blocked by the source's filter, allowed by the destination's",
                _ => AccessExplainer.IsLost(attempt, leaves, enters) ? "no reply, although both filters allow it" : "blocked by both filters",
            },
            Explanation = passed ? null : AccessExplainer.Explain(attempt, leaves, enters, pair => RouteExplainer.Way(context, pair)),
        };
    }
}
