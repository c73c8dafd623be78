using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel that is to have a BGP session has it, between the designed addresses and numbers.</summary>
internal static class BgpChecks
{
    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var meetings = context.Meetings.Where(meeting => meeting.Tunnel.Bgp).ToList();
        // The tunnels were rekeyed a moment ago.
        _ = context.Until(2, () => meetings.All(meeting => !meeting.IsUp(context.Lab) || meeting.Speaks(context.Lab)));
        return meetings.Select(meeting => Check(context, meeting));
    }

    private static LabCheck Check(CheckContext context, Meeting meeting)
    {
        var tunnel = meeting.Tunnel;
        var expected = string.Create(CultureInfo.InvariantCulture, $"{tunnel.AwsAddress} AS {tunnel.AwsAsn} with {tunnel.AzureAddress} AS {tunnel.AzureAsn}");
        var seen = Seen(context, meeting);
        return new LabCheck
        {
            Group = "bgp",
            Name = tunnel.Name,
            Passed = seen == expected,
            Expected = expected,
            Seen = seen,
            Explanation = seen == expected ? null : BgpExplainer.Explain(context, meeting),
        };
    }

    private static string Seen(CheckContext context, Meeting meeting)
    {
        if (!meeting.Meets || meeting.Ends.FirstOrDefault(end => end.Bgp is null) is not null)
        {
            return meeting.Ends.FirstOrDefault(end => end.Bgp is null) is { } without ? $"no BGP in {(without.Cloud == Cloud.Aws ? "AWS" : "Azure")}" : "its ends don't meet";
        }

        var sessions = meeting.Ends.Select(end => Session(context, end)).ToList();
        return sessions.Find(session => !session.IsUp) is { } down
            ? $"no session: {down.State}{(down.Error is null ? "" : $", {down.Error}")}"
            : $"{sessions[0].LocalAddress} AS {sessions[0].LocalAsn} with {sessions[1].LocalAddress} AS {sessions[1].LocalAsn}";
    }

    private static Peers.BgpSession Session(CheckContext context, TunnelEnd end) =>
        context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Session(end);
}
