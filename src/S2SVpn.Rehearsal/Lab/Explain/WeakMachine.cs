using System.Text.RegularExpressions;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What the machine of a tunnel that is up has less of than was designed, by its own files.</summary>
internal static partial class WeakMachine
{
    public static readonly Func<CheckContext, TunnelPair, WeakTunnel?>[] All = [OtherAddress, Replays, Expires, NeverRenews, TakesMore, DoesNotTakeOver, RestartsWithItsTwin];

    // The lab gives charon the public address: nothing translates there.
    private static WeakTunnel? OtherAddress(CheckContext context, TunnelPair tunnelPair) => (
        from strongswan in Strongswans(tunnelPair)
        let given = strongswan.Connection.Text("local_addrs")
        where given is not (null or "%any") && strongswan.Machine.PrivateIp is { } own && given != own
        select new WeakTunnel($"local_addrs is {given}", Explained(
            tunnelPair, strongswan.Machine,
            $"swanctl on {strongswan.Machine.Name} has another address than its machine (local_addrs): charon sends from an address that is not there, and the tunnel never comes up."))).FirstOrDefault();

    private static WeakTunnel? Replays(CheckContext context, TunnelPair tunnelPair) => (
        from strongswan in Strongswans(tunnelPair)
        where strongswan.Child.Text("replay_window") == "0"
        select new WeakTunnel("without replay protection", Explained(
            tunnelPair, strongswan.Machine,
            $"swanctl on {strongswan.Machine.Name} also takes packets that it has had before (replay_window is 0): whoever records what the tunnel carries can send it again."))).FirstOrDefault();

    // docs.strongswan.org/docs/latest/config/rekeying.html: life_time is the hard end.
    private static WeakTunnel? Expires(CheckContext context, TunnelPair tunnelPair) => (
        from strongswan in Strongswans(tunnelPair)
        let file = $"swanctl.conf of {strongswan.Machine.Name}"
        let life = strongswan.Child.Text("life_time")
        let rekey = strongswan.Child.Text("rekey_time")
        where life is not null && rekey is not null && SwanctlFiles.Seconds(life, file) is > 0 and var ends && SwanctlFiles.Seconds(rekey, file) is > 0 and var renews && ends <= renews
        select new WeakTunnel($"life_time is {life}", Explained(
            tunnelPair, strongswan.Machine,
            $"swanctl on {strongswan.Machine.Name} ends a child SA (life_time {life}) before it renews it (rekey_time {rekey}): each time the tunnel is down until there is a new one."))).FirstOrDefault();

    // docs.strongswan.org/docs/latest/swanctl/swanctlConf.html: a time of 0 turns it off.
    private static WeakTunnel? NeverRenews(CheckContext context, TunnelPair tunnelPair) => (
        from strongswan in Strongswans(tunnelPair)
        let file = $"swanctl.conf of {strongswan.Machine.Name}"
        from part in new[] { (What: "IKE SA", Section: strongswan.Connection), (What: "child SA", Section: strongswan.Child) }
        where part.Section.Text("rekey_time") is { } rekey && SwanctlFiles.Seconds(rekey, file) == 0
        select new WeakTunnel("rekey_time is 0", Explained(
            tunnelPair, strongswan.Machine,
            $"swanctl on {strongswan.Machine.Name} never renews the {part.What} (rekey_time is 0): unless the peer does, the tunnel is down each time its keys expire."))).FirstOrDefault();

    private static WeakTunnel? TakesMore(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let machine = end.Appliance?.Machine
        where machine is not null && end.Bgp is not null
        let designed = tunnelPair.Tunnel.LearnedBy(end.Cloud).Select(Cidr.Parse).ToList()
        let more = BirdImport.Beyond(machine.Session(end.Device) ?? "", designed)
        where more is not null
        select new WeakTunnel($"takes {more}", Explained(
            tunnelPair, machine,
            $"BIRD on {machine.Name} takes {more} from its peer (import, in bird.conf), beyond what was designed: a mistake at the other end can send this network's traffic there."))).FirstOrDefault();

    private static WeakTunnel? DoesNotTakeOver(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let machine = end.Appliance?.Machine
        where machine is not null && context.Lab.Layout.Gateway(end.Gateway).Appliance is [_, _]
        let twin = context.Lab.Layout.Gateway(end.Gateway).Appliance.First(each => each.Name != machine.Name)
        let wrong = WrongTwin.Of(machine, twin, tunnelPair.Tunnel.LearnedBy(end.Cloud))
        where wrong is not null
        let explained = Explained(tunnelPair, machine, wrong.Value.Cause)
        // Either of the two may be the one that was changed.
        select new WeakTunnel(wrong.Value.Seen, explained with { Resources = [.. explained.Resources, twin.Instance.Address, twin.Interface.Address] })).FirstOrDefault();

    private static WeakTunnel? RestartsWithItsTwin(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        where end.Appliance is not null
        let machine = end.Appliance!.Machine
        from twin in context.Lab.Layout.Gateway(end.Gateway).Appliance
        where twin.Name != machine.Name && Restart(machine) is { } time && time == Restart(twin)
        select new WeakTunnel($"restarted at {Restart(machine)} with its twin", Explained(
            tunnelPair, machine,
            $"Both machines of the pair, {machine.Name} and {twin.Name}, restart for updates at {Restart(machine)} (Automatic-Reboot-Time): then there is no VPN."))).FirstOrDefault();

    private static IEnumerable<StrongswanEnd> Strongswans(TunnelPair tunnelPair) => tunnelPair.Ends.Select(end => end.Appliance).OfType<StrongswanEnd>();

    private static string? Restart(ApplianceMachineNode machine) =>
        machine.Files.Values.Select(text => RestartTime().Match(text)).FirstOrDefault(match => match.Success)?.Groups["time"].Value;

    private static LabExplanation Explained(TunnelPair tunnelPair, ApplianceMachineNode machine, string cause) =>
        new() { Cause = cause, Resources = [machine.Instance.Address, machine.Interface.Address], RequestPath = tunnelPair.Tunnel.RequestPath };

    [GeneratedRegex("^\\s*Unattended-Upgrade::Automatic-Reboot-Time \"(?<time>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex RestartTime();
}
