using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>
/// Many flows at once get their echoes over each link: they take all of its ways, where a single probe takes one. The drills
/// rest on it.
/// </summary>
internal static class FlowChecks
{
    private const double Seconds = 15;

    /// <exception cref="LabException">The measurement itself does not work.</exception>
    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        context.Lab.AllowMeasurementTraffic(allow: true);
        try
        {
            return Links(context).Select(link => Check(context, link.Pair, link.Tunnels[0].Tunnel.RequestPath)).ToList();
        }
        finally
        {
            context.Lab.AllowMeasurementTraffic(allow: false);
        }
    }

    /// <summary>The tunnels between each two gateways, and two machines that use them; without a link that no machine can try.</summary>
    public static IEnumerable<(IReadOnlyList<TunnelPair> Tunnels, MachinePair Pair)> Links(CheckContext context) =>
        from link in context.TunnelPairs.Where(tunnelPair => tunnelPair is { Aws: not null, Azure: not null }).GroupBy(tunnelPair => (Aws: tunnelPair.Aws!.Gateway, Azure: tunnelPair.Azure!.Gateway))
        let pair = MachinePair.Of(context).FirstOrDefault(pair => pair.From.Cloud == Cloud.Azure && pair.From.Gateway == link.Key.Azure && pair.To.Gateway == link.Key.Aws)
        where pair is not null
        select ((IReadOnlyList<TunnelPair>)link.ToList(), pair);

    private static LabCheck Check(CheckContext context, MachinePair pair, string path)
    {
        using var meter = FlowMeter.Between(pair);
        var silent = meter.Silent(Seconds * context.Lab.Slowness);
        return new LabCheck
        {
            Group = "flows",
            Name = $"{pair.From.Address} to {pair.Target}",
            Passed = silent.Count == 0,
            Expected = Answered(FlowMeter.Flows),
            Seen = Answered(FlowMeter.Flows - silent.Count),
            Explanation = silent.Count == 0 ? null : new LabExplanation
            {
                Cause = silent.Count < FlowMeter.Flows
                    ? "One of several paths that the gateways use at once loses packets; the other flows take other paths."
                    : "No reply arrives: see the tunnel and machine checks.",
                RequestPath = path,
            },
        };
    }

    private static string Answered(int flows) => string.Create(CultureInfo.InvariantCulture, $"{flows} UDP flows at once answered");
}
