using System.Globalization;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every flow of the request passes the filters of both clouds, and a sample of what it doesn't list is blocked.</summary>
internal static class AccessChecks
{
    private const int Passing = 3000;

    // What is blocked gives no answer, however long one waits.
    private const int Blocked = 350;

    // A sample, also where there are many machines.
    private const int Most = 96;

    // Ports that are scanned for first wherever something is open.
    private static readonly (Protocol Protocol, int? Port)[] Sample =
        [(Protocol.Tcp, 22), (Protocol.Tcp, 443), (Protocol.Tcp, 3389), (Protocol.Tcp, 8080), (Protocol.Udp, 53), (Protocol.Udp, 4433), (Protocol.Icmp, null)];

    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var pairs = MachinePair.Of(context);
        var listed =
            from flow in context.Design.Flows
            from pair in pairs
            where pair.From.Cloud == flow.FromCloud && pair.To.Cloud == flow.ToCloud
            from service in Services(flow)
            where flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port)
            select (Pair: pair, service.Protocol, service.Port, Flow: (int?)flow.Number);
        var others =
            from pair in pairs
            from service in Sample
            where pair.To.IsOurs && !context.Design.Flows.Any(flow => flow.Covers(pair.From.Address, pair.To.Address, service.Protocol, service.Port))
            select (Pair: pair, service.Protocol, service.Port, Flow: (int?)null);
        var sample = others.ToList();
        var every = Math.Max(1, (sample.Count + Most - 1) / Most);
        return listed.Concat(sample.Where((_, index) => index % every == 0))
            .AsParallel().AsOrdered().WithDegreeOfParallelism(16)
            .Select(each => Check(context, each.Pair, each.Protocol, each.Port, each.Flow))
            .ToList();
    }

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
    private static IEnumerable<(Protocol Protocol, int? Port)> Services(DesignedFlow flow) => flow.Protocol switch
    {
        Protocol.Icmp => [(Protocol.Icmp, null)],
        Protocol.Any => [(Protocol.Icmp, null), (Protocol.Tcp, 8443), (Protocol.Udp, 8443)],
        _ => new[] { flow.FirstPort ?? 8443, flow.LastPort ?? 8443 }.Distinct().Select(port => (flow.Protocol, (int?)port)),
    };

    private static LabCheck Check(CheckContext context, MachinePair pair, Protocol protocol, int? port, int? flow)
    {
        var wait = context.Milliseconds(flow is null ? Blocked : Passing);
        var answered = protocol switch
        {
            Protocol.Tcp => pair.Probe.Tcp(port!.Value, wait),
            Protocol.Udp => pair.Probe.Udp(port!.Value, wait),
            _ => pair.Probe.Ping((ushort)(pair.From.Address.Value & 0xffff), wait),
        };
        var service = string.Create(CultureInfo.InvariantCulture, $"{protocol.ToString().ToLowerInvariant()}{(port is null ? "" : $" {port}")}");
        var passed = answered == flow is not null;
        return new LabCheck
        {
            Group = "access",
            Name = $"{pair.From.Address} to {pair.Target} {service}" + (flow is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (access {flow})")),
            Passed = passed,
            Expected = flow is null ? "blocked" : "passes",
            Seen = answered ? "passes" : "blocked",
            Explanation = passed ? null : AccessExplainer.Explain(pair, protocol, port, flow),
        };
    }
}
