using System.Collections.Concurrent;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel survives a rekeying of both kinds: IKEv2 makes its first child SA without a group, so that a wrong one shows only here.</summary>
internal static class RekeyChecks
{
    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var checks = new ConcurrentDictionary<string, LabCheck>();
        Parallel.ForEach(context.Meetings.Where(meeting => meeting.IsUp(context.Lab)), meeting => checks[meeting.Tunnel.Name] = Check(context, meeting));
        return context.Meetings.Select(meeting => checks.GetValueOrDefault(meeting.Tunnel.Name)).OfType<LabCheck>();
    }

    private static LabCheck Check(CheckContext context, Meeting meeting)
    {
        var (aws, azure) = (meeting.Aws!, meeting.Azure!);
        var expected = meeting.Tunnel.PfsGroup is { } group ? $"new keys with {group}" : "new keys";
        var before = Children(context, azure).Select(child => child.Id).ToHashSet();
        context.Lab.Charon(azure).RekeyChild();
        ChildSa? Young() => Children(context, azure).FirstOrDefault(child => !before.Contains(child.Id) && child.State == "INSTALLED");
        _ = context.Until(8, () => Young() is not null || Refused(context, aws, azure));
        var young = Young();
        var again = young is not null && (meeting.Tunnel.IkeVersion == 1 || Renews(context, azure));
        var seen = young is null ? "refused: the old keys run out, and the tunnel with them"
            : !again ? "the child SA was rekeyed, but not the IKE SA"
            : young.Group is null ? "new keys" : $"new keys with {young.Group}";
        return new LabCheck
        {
            Group = "rekeying",
            Name = meeting.Tunnel.Name,
            Passed = seen == expected,
            Expected = expected,
            Seen = seen,
            Explanation = seen == expected ? null : TunnelExplainer.Rekeying(context, meeting),
        };
    }

    private static bool Renews(CheckContext context, TunnelEnd azure)
    {
        string[] Ids() => [.. context.Lab.Charon(azure).Sas().Where(sa => sa.State == "ESTABLISHED" && sa.Children.Count > 0).Select(sa => sa.Id)];
        var before = Ids();
        context.Lab.Charon(azure).RekeyIke();
        return context.Until(8, () => Ids().Except(before).Any());
    }

    private static bool Refused(CheckContext context, params TunnelEnd[] ends) =>
        ends.Any(end => context.Lab.Charon(end).Log is var log && LogLines.RekeyRefused.Any(line => log.Contains(line, StringComparison.Ordinal)));

    private static IEnumerable<ChildSa> Children(CheckContext context, TunnelEnd end) => context.Lab.Charon(end).Sas().SelectMany(sa => sa.Children);
}
