using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What the machine of a tunnel that is up has less of than was designed, by its own files.</summary>
internal static partial class WeakMachine
{
    public static readonly Func<CheckContext, TunnelPair, WeakTunnel?>[] All = [OtherAddress, Moves, Narrowed, Replays, Expires, NeverRenews, RenewsByAmount, NoticesLate, TakesMore, Prefers, Lengthens, Waits, DoesNotTakeOver, RestartsWithItsTwin];

    private static readonly string[] Amounts = ["rekey_bytes", "life_bytes", "rekey_packets", "life_packets"];

    // The lab gives charon the public address: nothing translates there.
    private static WeakTunnel? OtherAddress(CheckContext context, TunnelPair tunnelPair) => (
        from strongswan in Strongswans(tunnelPair)
        let given = strongswan.Connection.Text("local_addrs")
        where given is not (null or "%any") && strongswan.Machine.PrivateIp is { } own && given != own
        select new WeakTunnel($"local_addrs is {given}", Explained(
            tunnelPair, strongswan.Machine,
            $"swanctl on {strongswan.Machine.Name} has another address than its machine (local_addrs): charon sends from an address that is not there, and the tunnel never comes up."))).FirstOrDefault();

    // learn.microsoft.com/azure/virtual-network/ip-services/private-ip-addresses: one that Azure chooses is kept until the machine is stopped.
    private static WeakTunnel? Moves(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let machine = end.Appliance?.Machine
        where machine is { Cloud: Cloud.Azure } && machine.Interface.Block("ip_configuration")?.Text("private_ip_address_allocation") == "Dynamic"
        select new WeakTunnel("a moving private address", Explained(
            tunnelPair, machine,
            $"Azure chooses the private address of {machine.Name} (private_ip_address_allocation is Dynamic): once it was stopped it may have another, and the routes to it lead nowhere."))).FirstOrDefault();

    // charon and Azure agree on what both have: the tunnel comes up, and lacks the rest.
    private static WeakTunnel? Narrowed(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        where end.Appliance is StrongswanEnd && tunnelPair is { Aws: not null, Azure: not null }
        let tunnel = tunnelPair.Tunnel
        let lost = Beyond(tunnel.LearnedBy(end.Cloud), end.RemoteSelectors).Concat(Beyond(tunnel.LearnedBy(end.Cloud == Cloud.Aws ? Cloud.Azure : Cloud.Aws), end.LocalSelectors)).ToList()
        where lost.Count > 0
        let explanation = TunnelExplainer.Narrowed(tunnelPair.Aws!, tunnelPair.Azure!, tunnel.RequestPath)
        where explanation is not null
        select new WeakTunnel($"without all of {lost[0]}", explanation with { Resources = [end.Address] })).FirstOrDefault();

    private static IEnumerable<string> Beyond(IEnumerable<string> networks, IReadOnlyList<Cidr> selectors) => networks.Where(network => !selectors.Any(each => each.Contains(Cidr.Parse(network))));

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

    // docs.strongswan.org/docs/latest/swanctl/swanctlConf.html: without these, only time counts.
    private static WeakTunnel? RenewsByAmount(CheckContext context, TunnelPair tunnelPair) => (
        from strongswan in Strongswans(tunnelPair)
        from limit in Amounts
        where strongswan.Child.Text(limit) is not (null or "0")
        select new WeakTunnel($"{limit} is {strongswan.Child.Text(limit)}", Explained(
            tunnelPair, strongswan.Machine,
            $"swanctl on {strongswan.Machine.Name} ends or renews the child SA by what it has carried ({limit} is {strongswan.Child.Text(limit)}), which was not designed: with much traffic the tunnel is renewed all the time, or down."))).FirstOrDefault();

    // With BGP, its hold time ends a session whose peer is silent.
    private static WeakTunnel? NoticesLate(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let own = end.Appliance as StrongswanEnd
        where own is not null && end.Bgp is null
        let designed = end.Cloud == Cloud.Aws ? tunnelPair.Tunnel.AwsMachineDpdSeconds : tunnelPair.Tunnel.AzureMachineDpdSeconds
        let delay = own.Connection.Text("dpd_delay")
        let asks = delay?.TrimStart('0') is { Length: > 0 } rest && char.IsAsciiDigit(rest[0])
        where designed is not null && (!asks || end.DpdSeconds > DeadPeer.FarLater * designed)
        let name = own.Machine.Name
        select asks
            ? new WeakTunnel(string.Create(CultureInfo.InvariantCulture, $"dead peers noticed after {end.DpdSeconds} s"), Explained(
                tunnelPair, own.Machine,
                string.Create(CultureInfo.InvariantCulture, $"swanctl on {name} takes {end.DpdSeconds} s before a silent peer counts as dead, in place of {designed} s (dpd_delay, retransmit_tries), and without BGP nothing else takes the tunnel out of its routes.")))
            : new WeakTunnel($"dpd_delay is {delay}", Explained(
                tunnelPair, own.Machine,
                $"swanctl on {name} never asks whether a silent peer is there (dpd_delay is {delay}), and without BGP nothing else takes the tunnel out of its routes."))).FirstOrDefault();

    // From an address of 169.254.0.0/16 Azure's gateway calls nobody: learn.microsoft.com/azure/vpn-gateway/bgp-howto.
    private static WeakTunnel? Waits(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let machine = end.Appliance?.Machine
        where machine is not null && end.Cloud == Cloud.Aws && tunnelPair.Azure is { Appliance: null, Bgp: { } azure } && AzureInstance.LinkLocal.Contains(azure.Address)
            && Passive().IsMatch(machine.Session(end.Device) ?? "")
        select new WeakTunnel("passive in its session", Explained(
            tunnelPair, machine,
            $"BIRD on {machine.Name} waits to be called (passive, in bird.conf), and so does Azure's gateway with an address of 169.254.0.0/16: there the session never comes up."))).FirstOrDefault();

    private static WeakTunnel? Prefers(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let machine = end.Appliance?.Machine
        where machine is not null && end.Bgp is not null
        let word = Preference().Match(machine.Session(end.Device) ?? "")
        where word.Success
        select new WeakTunnel($"{word.Value} in its session", Explained(
            tunnelPair, machine,
            $"BIRD on {machine.Name} gives what goes through this tunnel another preference ({word.Value}, in bird.conf), which was not designed: other tunnels carry its traffic, or it carries theirs."))).FirstOrDefault();

    // The first machine of a pair has the routes of its network as long as it is well, and what comes back is to come to it too.
    private static WeakTunnel? Lengthens(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let machine = end.Appliance?.Machine
        where machine is not null && end.Bgp is not null
        let first = context.Lab.Layout.Gateway(end.Gateway).Appliance[0]
        let isLonger = Longer().IsMatch(machine.Session(end.Device) ?? "")
        where isLonger == (first.Name == machine.Name)
        select isLonger
            ? new WeakTunnel("longer paths", Explained(
                tunnelPair, machine,
                $"BIRD on {machine.Name} makes the paths that it announces longer (bgp_path.prepend, in bird.conf), which was not designed: what comes back takes other tunnels."))
            : new WeakTunnel("paths as short", Explained(
                tunnelPair, machine,
                $"BIRD on {machine.Name} announces paths as short as {first.Name} does (no bgp_path.prepend, in bird.conf), which has the routes of their network: what comes back takes either machine."))).FirstOrDefault();

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

    [GeneratedRegex(@"^\s*passive( on| yes)?;", RegexOptions.Multiline)]
    private static partial Regex Passive();

    [GeneratedRegex(@"\b(bgp_local_pref|bgp_med)\b(?=[ \t]*=)")]
    private static partial Regex Preference();

    [GeneratedRegex(@"\bbgp_path\.prepend\s*\(")]
    private static partial Regex Longer();

    [GeneratedRegex("^\\s*Unattended-Upgrade::Automatic-Reboot-Time \"(?<time>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex RestartTime();
}
