using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Peers;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel has an IKE SA and a child SA at both ends, with the designed algorithms.</summary>
internal static class TunnelChecks
{
    public static IEnumerable<LabCheck> Make(CheckContext context) => context.Meetings.Select(meeting => Check(context, meeting));

    private static LabCheck Check(CheckContext context, Meeting meeting)
    {
        var tunnel = meeting.Tunnel;
        var expected = $"IKEv{tunnel.IkeVersion} {tunnel.Ike}, ESP {tunnel.Esp}";
        var seen = meeting.Meets ? meeting.Ends.Select(end => Seen(context.Lab.Charon(end).Sas())).Distinct().ToList() : ["its ends don't meet"];
        var instance = meeting.Azure is { } azure && azure.Number != tunnel.AzureInstance;
        var wide = meeting.Ends.Where(end => Offers.IsWide(end.Offer)).Select(end => end.Cloud == Design.Catalogue.Cloud.Aws ? "AWS" : "Azure").ToList();
        var passed = seen is [var only] && only == expected && !instance && wide.Count == 0;
        return new LabCheck
        {
            Group = "tunnels",
            Name = tunnel.Name,
            Passed = passed,
            Expected = expected,
            Seen = string.Join("; ", seen) + (instance ? $", at Azure's instance {meeting.Azure!.Number} in place of {tunnel.AzureInstance}" : "") + (wide.Count > 0 ? $", but {string.Join(" and ", wide)} would take others" : ""),
            Explanation = passed ? null : seen is [var same] && same == expected && !instance ? TunnelExplainer.Wide(meeting) : TunnelExplainer.Explain(context, meeting),
        };
    }

    private static string Seen(IReadOnlyList<IkeSa> sas)
    {
        var ike = sas.FirstOrDefault(sa => sa.State == "ESTABLISHED" && sa.Children.Count > 0) ?? sas.FirstOrDefault(sa => sa.State == "ESTABLISHED");
        return ike switch
        {
            null => "no IKE SA",
            { Children: [] } => $"IKEv{ike.Version} {ike.Algorithms}, but no child SA",
            _ => $"IKEv{ike.Version} {ike.Algorithms}, ESP {ike.Children[^1].Algorithms}",
        };
    }
}
