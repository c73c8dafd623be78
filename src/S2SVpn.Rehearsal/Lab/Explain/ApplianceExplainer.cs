using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What is wrong with a machine that tunnels end on.</summary>
internal static class ApplianceExplainer
{
    private static readonly int[] Ports = [500, 4500];

    /// <summary>Why a tunnel does not come up on a machine; null where it is for another reason.</summary>
    public static LabExplanation? Tunnel(LabTunnelEnd end, LabTunnelEnd peer, string path)
    {
        if (end.Appliance is not { } appliance)
        {
            return null;
        }

        if (end.PeerOutside != peer.Outside)
        {
            var (own, other) = ($"{(appliance is WireguardEnd ? "Endpoint" : "remote_addrs")} is {end.PeerOutside}", $"the {(peer.Appliance is null ? "gateway" : "machine")} has {peer.Outside}");
            return TunnelExplainer.Difference(
                $"The machine {appliance.Machine.Name} has another address for its peer than the peer has.",
                end.Cloud == Cloud.Aws ? own : other, end.Cloud == Cloud.Aws ? other : own, path) with
            { Resources = [end.Address, peer.OutsideAddress] };
        }

        if (appliance is StrongswanEnd strongswan && Identity(strongswan, end, peer) is { } identity)
        {
            return identity with { RequestPath = path };
        }

        var closed = appliance is WireguardEnd ? [] : Ports.Where(port => !Admits(end.Filter?.Inbound, peer.Outside, port)).ToList();
        return closed.Count == 0 ? null : TunnelExplainer.Difference(
            $"The security group of the machine {appliance.Machine.Name} does not let {string.Join(" and ", closed.Select(port => string.Create(CultureInfo.InvariantCulture, $"UDP {port}")))} in from its peer.",
            $"admits {Admitted(end)}", $"sends from {peer.Outside}", path) with
        { Resources = [end.Address, end.Filter!.Address, appliance.Machine.Interface.Address] };
    }

    /// <summary>Why a tunnel has no end on a machine that is there; null where it is for another reason.</summary>
    public static string? Missing(CheckContext context, TunnelPair tunnelPair) =>
        (tunnelPair.Aws is null ? Machine(context, tunnelPair.Tunnel.AwsConnection) : Machine(context, tunnelPair.Tunnel.AzureConnection)) is { } machine
            ? $"The machine {machine.Name} has no such tunnel in the files that its software reads."
            : null;

    /// <summary>The machine of that name; null where there is none.</summary>
    public static ApplianceMachineNode? Machine(CheckContext context, string name) =>
        context.Lab.Layout.Gateways.SelectMany(gateway => gateway.Appliance).FirstOrDefault(machine => machine.Name == name);

    /// <summary>Why a machine's gateway passes nothing on; null where it does.</summary>
    public static string? Forwarding(CheckContext context, MachineNode machine)
    {
        var machines = context.Lab.Layout.Gateway(machine.Gateway).Appliance;
        return machines.FirstOrDefault(each => each.IsChecked) is { } held
                ? held.Cloud == Cloud.Azure ? $"The network interface of {held.Name} forwards nothing (ip_forwarding_enabled is false): Azure swallows what is neither from nor for it."
                : $"The network interface of {held.Name} checks source and destination (source_dest_check), so that AWS swallows what it forwards."
            : machines.FirstOrDefault(each => !each.Forwards) is { } idle
                ? $"The kernel of {idle.Name} forwards nothing: net.ipv4.ip_forward is not 1 in its user data."
            : null;
    }

    /// <summary>The resources that decide it.</summary>
    public static IEnumerable<string> Resources(CheckContext context, MachineNode machine) =>
        context.Lab.Layout.Gateway(machine.Gateway).Appliance.SelectMany(each => new[] { each.Interface.Address, each.Instance.Address });

    /// <summary>What lets strangers in.</summary>
    public static LabExplanation Open(MachineFilter filter, FilterLine line, string what, string from, IEnumerable<string> networks) => new()
    {
        Cause = $"'{line.Name}' of {filter.Address} lets {what} in from {from}, not from the peers alone.",
        Resources = [line.Address ?? filter.Address, filter.Address, .. networks],
    };

    /// <summary>What keeps a machine from passing on what the request lists.</summary>
    public static LabExplanation ShutForwarding(MachineFilter filter, FilterLine? line, ApplianceMachineNode machine, string what, bool inbound, Ipv4 local, int flow) => new()
    {
        Cause = string.Create(CultureInfo.InvariantCulture, $"{filter.Address} lets no {what} {(inbound ? "in from" : "out to")} {local} (access {flow}): a cloud filters at the interface of {machine.Name} what the machine forwards too."),
        Resources = [line?.Address ?? filter.Address, filter.Address, .. (inbound ? filter.Inbound : filter.Outbound).Select(each => each.Address).OfType<string>(), machine.Interface.Address],
    };

    /// <summary>What is missing before a machine.</summary>
    public static LabExplanation Unfiltered(ApplianceMachineNode machine) => new()
    {
        Cause = $"No network security group stands before {machine.Name} (azurerm_network_interface_security_group_association), so that no rule says what its public address lets in.",
        Resources = [machine.Interface.Address, machine.Instance.Address],
    };

    /// <summary>Why a machine does not reach its cloud, or the archive of its packages.</summary>
    public static LabExplanation Shut(MachineFilter filter, int port) => new()
    {
        Cause = port == 80
            ? $"{filter.Address} lets no TCP 80 out, so that the machine can't fetch its packages: Ubuntu's mirrors in the clouds are asked by HTTP."
            : $"{filter.Address} lets no TCP 443 out, so that the machine can't fetch its keys or its updates.",
        Resources = [filter.Address, .. filter.Outbound.Where(line => line.HasPort(port)).Select(line => line.Address).OfType<string>()],
    };

    /// <summary>Whether lines of a filter let a UDP port pass; everything does without a filter.</summary>
    public static bool Admits(IReadOnlyList<FilterLine>? lines, Ipv4 address, int port) => lines is null || lines.FirstOrDefault(line =>
        (line.Protocol is null or "udp")
        && (line.Peers.Count == 0 || line.Peers.Any(network => network.Contains(address)))
        && (line.Ports.Count == 0 || line.Ports.Contains(port.ToString(CultureInfo.InvariantCulture)))) is { Allows: true };

    // With pre-shared keys a gateway in a cloud is what its public address is (RFC 7296, 2.15).
    private static LabExplanation? Identity(StrongswanEnd strongswan, LabTunnelEnd end, LabTunnelEnd peer)
    {
        string? Named(StrongswanEnd of, string side) => of.Connection.Section(side).Text("id");
        var (own, others) = (Named(strongswan, "local"), Named(strongswan, "remote"));
        var (taken, given) = peer.Appliance is StrongswanEnd other ? (Named(other, "remote"), Named(other, "local")) : ($"{peer.PeerOutside}", $"{peer.Outside}");
        var cause = IsOther(own, taken) ? $"The machine {strongswan.Machine.Name} says that it is {own} (id, under local), and its peer takes {taken} alone."
            : IsOther(others, given) ? $"The machine {strongswan.Machine.Name} takes {others} alone for its peer (id, under remote), and its peer says that it is {given}."
            : null;
        return cause is null ? null : new LabExplanation { Cause = cause, Resources = [strongswan.Machine.Instance.Address, end.Address] };
        static bool IsOther(string? one, string? two) => one is not (null or "%any") && two is not (null or "%any") && one != two;
    }

    private static string Admitted(LabTunnelEnd end) => string.Join(", ", end.Filter!.Inbound
        .Where(line => line.Protocol is null or "udp" or "esp")
        .Select(line => $"{line.Protocol ?? "anything"}{(line.Ports.Count == 0 ? "" : $" {string.Join('/', line.Ports)}")} from {string.Join('/', line.Peers)}"));
}
