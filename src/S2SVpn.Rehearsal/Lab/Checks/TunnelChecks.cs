using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel has an IKE SA and a child SA at both ends, with the designed algorithms; or both ends hear each other by WireGuard.</summary>
internal static class TunnelChecks
{
    private const string Wireguard = "WireGuard";

    public static IEnumerable<LabCheck> Make(CheckContext context) => context.TunnelPairs.Select(tunnelPair => Check(context, tunnelPair));

    private static LabCheck Check(CheckContext context, TunnelPair tunnelPair)
    {
        var tunnel = tunnelPair.Tunnel;
        var expected = tunnel.IsWireguard ? Wireguard : $"IKEv{tunnel.IkeVersion} {tunnel.Ike}, ESP {tunnel.Esp}";
        var seen = tunnelPair.EndsMatch ? tunnelPair.Ends.Select(end => Seen(context.Lab.Daemon(end))).Distinct().ToList() : ["its two ends do not point at each other"];
        var instance = tunnelPair.Azure is { } azure && azure.Number != tunnel.AzureNumber;
        var wide = tunnelPair.Ends.Where(end => Offers.IsWide(end.Offer)).Select(end => end.Cloud == Design.Catalogue.Cloud.Aws ? "AWS" : "Azure").ToList();
        var asDesigned = seen is [var only] && only == expected && !instance;
        var weak = asDesigned && wide.Count == 0 ? WeakTunnel.Of(context, tunnelPair) : null;
        var passed = asDesigned && wide.Count == 0 && weak is null;
        return new LabCheck
        {
            Group = "tunnels",
            Name = tunnel.Name,
            Passed = passed,
            Expected = expected,
            Seen = string.Join("; ", seen) + (instance ? $", at Azure's instance {tunnelPair.Azure!.Number} in place of {tunnel.AzureInstance}" : "") + (wide.Count > 0 ? $", but {string.Join(" and ", wide)} would accept others" : "") + (weak is null ? "" : $", but {weak.Seen}"),
            Explanation = passed ? null : weak is not null ? weak.Explanation : asDesigned ? TunnelExplainer.Wide(tunnelPair) : TunnelExplainer.Explain(context, tunnelPair),
        };
    }

    private static string Seen(TunnelDaemon daemon) => daemon is Charon charon ? Seen(charon.Sas()) : daemon.IsUp ? Wireguard : "no handshake";

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
