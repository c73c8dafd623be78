using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel that is to have a BGP session has it, between the designed addresses and numbers.</summary>
internal static class BgpChecks
{
    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var tunnelPairs = context.TunnelPairs.Where(tunnelPair => tunnelPair.Tunnel.Bgp).ToList();
        // The tunnels were rekeyed a moment ago.
        _ = context.Until(2, () => tunnelPairs.All(tunnelPair => !tunnelPair.IsUp(context.Lab) || tunnelPair.BgpIsUp(context.Lab)));
        return tunnelPairs.Select(tunnelPair => Check(context, tunnelPair));
    }

    private static LabCheck Check(CheckContext context, TunnelPair tunnelPair)
    {
        var tunnel = tunnelPair.Tunnel;
        var expected = string.Create(CultureInfo.InvariantCulture, $"{tunnel.AwsAddress} AS {tunnel.AwsAsn} with {tunnel.AzureAddress} AS {tunnel.AzureAsn}");
        var seen = Seen(context, tunnelPair);
        return new LabCheck
        {
            Group = "bgp",
            Name = tunnel.Name,
            Passed = seen == expected,
            Expected = expected,
            Seen = seen,
            Explanation = seen == expected ? null : BgpExplainer.Explain(context, tunnelPair),
        };
    }

    private static string Seen(CheckContext context, TunnelPair tunnelPair)
    {
        if (!tunnelPair.EndsMatch || tunnelPair.Ends.FirstOrDefault(end => end.Bgp is null) is not null)
        {
            return tunnelPair.Ends.FirstOrDefault(end => end.Bgp is null) is { } without ? $"no BGP in {(without.Cloud == Cloud.Aws ? "AWS" : "Azure")}" : "its two ends do not point at each other";
        }

        var sessions = tunnelPair.Ends.Select(end => Session(context, end)).ToList();
        return sessions.Find(session => !session.IsUp) is { } down
            ? $"no session: {down.State}{(down.Error is null ? "" : $", {down.Error}")}"
            : $"{sessions[0].LocalAddress} AS {sessions[0].LocalAsn} with {sessions[1].LocalAddress} AS {sessions[1].LocalAsn}";
    }

    private static BgpSession Session(CheckContext context, LabTunnelEnd end) =>
        context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Session(end);
}
