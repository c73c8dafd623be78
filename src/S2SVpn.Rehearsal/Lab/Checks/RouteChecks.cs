using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel brings each gateway the networks that the plan says, by BGP or by static routes.</summary>
internal static class RouteChecks
{
    // Without a session there is nothing to learn, and that was said already.
    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var ends = (
            from meeting in context.Meetings
            where meeting.Meets
            from end in meeting.Ends
            where !meeting.Tunnel.Bgp || (end.Bgp is not null && context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Session(end).IsUp)
            select (Meeting: meeting, End: end)).ToList();
        // The announcements follow the session by a moment.
        _ = context.Until(2, () => ends.All(each => Expected(each.Meeting, each.End).All(Learned(context, each.End).Contains)));
        return ends.Select(each => Check(context, each.Meeting, each.End));
    }

    private static List<string> Expected(Meeting meeting, TunnelEnd end) =>
        (end.Cloud == Cloud.Aws ? meeting.Tunnel.AwsLearns : meeting.Tunnel.AzureLearns).Order(StringComparer.Ordinal).ToList();

    private static IReadOnlyList<string> Learned(CheckContext context, TunnelEnd end) => end.Bgp is null
        ? end.StaticRoutes.Select(route => route.ToString()).ToList()
        : context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Routes(end);

    private static LabCheck Check(CheckContext context, Meeting meeting, TunnelEnd end)
    {
        var expected = Expected(meeting, end);
        var seen = Learned(context, end).Order(StringComparer.Ordinal).ToList();
        // A gateway with several links passes on what it learned from the others, but to sites with one ASN in vain.
        var foreign = context.Design.Apart.Contains(end.Cloud)
            ? []
            : context.Design.Tunnels.SelectMany(tunnel => tunnel.AwsLearns.Concat(tunnel.AzureLearns)).ToHashSet();
        var passed = expected.All(seen.Contains) && seen.All(network => expected.Contains(network) || foreign.Contains(network));
        var cloud = end.Cloud == Cloud.Aws ? "AWS" : "Azure";
        return new LabCheck
        {
            Group = "routes",
            Name = $"{meeting.Tunnel.Name} to {cloud}",
            Passed = passed,
            Expected = string.Join(", ", expected),
            Seen = seen.Count == 0 ? "none" : string.Join(", ", passed ? seen.Where(expected.Contains) : seen),
            Explanation = passed ? null : RouteExplainer.Routes(context, meeting, end, expected.Except(seen).ToList(), seen.Except(expected).ToList()),
        };
    }
}
