using System.Collections.Concurrent;
using System.Globalization;
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
        // WireGuard has no parameters of its own for it, and does it every two minutes.
        var tunnelPairs = context.TunnelPairs.Where(tunnelPair => !tunnelPair.Tunnel.IsWireguard).ToList();
        var checks = new ConcurrentDictionary<string, LabCheck>();
        Parallel.ForEach(tunnelPairs.Where(tunnelPair => tunnelPair.IsUp(context.Lab)), tunnelPair => checks[tunnelPair.Tunnel.Name] = Check(context, tunnelPair));
        return tunnelPairs.Select(tunnelPair => checks.GetValueOrDefault(tunnelPair.Tunnel.Name)).OfType<LabCheck>();
    }

    private static LabCheck Check(CheckContext context, TunnelPair tunnelPair)
    {
        var (aws, azure) = (tunnelPair.Aws!, tunnelPair.Azure!);
        var expected = tunnelPair.Tunnel.PfsGroup is { } group ? $"new keys with {group}" : "new keys";
        var before = Children(context, azure).Select(child => child.Id).ToHashSet();
        context.Lab.Charon(azure).RekeyChild();
        ChildSa? NewChild() => Children(context, azure).FirstOrDefault(child => !before.Contains(child.Id) && child.State == "INSTALLED");
        _ = context.Until(8, () => NewChild() is not null || Refused(context, aws, azure));
        var newChild = NewChild();
        var again = newChild is not null && (tunnelPair.Tunnel.IkeVersion == 1 || Renews(context, azure));
        var seen = newChild is null ? "rejected: the tunnel goes down when its keys expire"
            : !again ? "the child SA was rekeyed, but not the IKE SA"
            : newChild.Group is null ? "new keys" : $"new keys with {newChild.Group}";
        var often = seen == expected && azure.Offer.EspKilobytes is { } kilobytes && kilobytes < tunnelPair.Tunnel.EspKilobytes / FarBelow;
        return new LabCheck
        {
            Group = "rekeying",
            Name = tunnelPair.Tunnel.Name,
            Passed = seen == expected && !often,
            Expected = expected,
            Seen = seen + (often ? string.Create(CultureInfo.InvariantCulture, $", each {azure.Offer.EspKilobytes} KB") : ""),
            Explanation = often ? TunnelExplainer.Often(tunnelPair) : seen == expected ? null : TunnelExplainer.Rekeying(context, tunnelPair),
        };
    }

    // What is only somewhat less renews somewhat more often, and is no mistake of a unit.
    private const int FarBelow = 10;

    private static bool Renews(CheckContext context, LabTunnelEnd azure)
    {
        string[] Ids() => [.. context.Lab.Charon(azure).Sas().Where(sa => sa.State == "ESTABLISHED" && sa.Children.Count > 0).Select(sa => sa.Id)];
        var before = Ids();
        context.Lab.Charon(azure).RekeyIke();
        return context.Until(8, () => Ids().Except(before).Any());
    }

    private static bool Refused(CheckContext context, params LabTunnelEnd[] ends) =>
        ends.Any(end => context.Lab.Charon(end).Log is var log && LogLines.RekeyRefused.Any(line => log.Contains(line, StringComparison.Ordinal)));

    private static IEnumerable<ChildSa> Children(CheckContext context, LabTunnelEnd end) => context.Lab.Charon(end).Sas().SelectMany(sa => sa.Children);
}
