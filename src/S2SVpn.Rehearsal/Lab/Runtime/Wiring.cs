using System.Globalization;
using System.Text;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>The namespaces of a lab and the wires between them, as commands for <c>ip -batch</c>.</summary>
internal sealed class Wiring(LabLayout layout)
{
    private readonly Detours _detours = new(layout);

    // Neither cloud gives it to anybody: AWS keeps 169.254.0.0/30 to itself.
    private const string NextHop = "169.254.0.1";

    /// <summary>The namespaces, and a wire from the Internet to each end of a tunnel.</summary>
    public string Internet()
    {
        var text = new StringBuilder($"link set lo up\naddress add {NextHop}/32 dev lo\n");
        foreach (var place in layout.Gateways.Select(gateway => gateway.Place).Concat(layout.Ends.Select(end => end.Place)).Concat(layout.Machines.Select(machine => machine.Place)))
        {
            text.Append(CultureInfo.InvariantCulture, $"netns add {place}\n");
        }

        for (var index = 0; index < layout.Ends.Count; index++)
        {
            var end = layout.Ends[index];
            var wire = string.Create(CultureInfo.InvariantCulture, $"wan{index + 1}");
            text.Append(CultureInfo.InvariantCulture, $"""
                link add {wire} type veth peer name eth0 netns {end.Place}
                link set {wire} up
                route add {end.Outside}/32 dev {wire} table {1000 + index}
                rule add from {end.PeerOutside} to {end.Outside} lookup {1000 + index} priority {1000 + index}

                """);
            // An instance of a gateway has one address for all of its tunnels; a stranger meets the first of them.
            if (layout.Ends.Take(index).All(other => other.Outside != end.Outside))
            {
                text.Append(CultureInfo.InvariantCulture, $"route add {end.Outside}/32 dev {wire}\n");
            }
        }

        return text.ToString();
    }

    // charon takes a child SA only where it has an address inside its own selectors, which the other end may have narrowed.
    public string OfEnd(LabTunnelEnd end)
    {
        var inside = end.LocalSelectors.Where(network => network.PrefixLength > 0).Concat(layout.Gateway(end.Gateway).Networks).Distinct();
        return $"""
            link set lo up
            address add {end.Outside}/32 dev eth0
            link set eth0 up
            route add {NextHop}/32 dev eth0
            route add default via {NextHop} src {end.Outside}
            {string.Join('\n', inside.Select(network => network.Host(Math.Min(1, network.Size - 1))).Distinct().Select(address => $"address add {address}/32 dev lo"))}

            """;
    }

    /// <summary>
    /// Gives the device of the tunnel to the router of the gateway. charon keeps its file; and because it adds a route to the
    /// device's name, it finds another device of that name.
    /// </summary>
    public static string HandOver(LabTunnelEnd end, GatewayNode gateway) => end.Appliance is WireguardEnd ? $"link set {end.Place} netns {gateway.Place} name {end.Device}\n" : $"""
        link set ipsec0 netns {gateway.Place} name {end.Device}
        tuntap add dev ipsec0 mode tun
        link set ipsec0 up

        """;

    public string OfGateway(GatewayNode gateway)
    {
        var text = new StringBuilder("link set lo up\n");
        text.Append(CultureInfo.InvariantCulture, $"rule add fwmark {RouterRules.TunnelsOnly} lookup {RouterRules.TunnelsOnly} priority 900\n");
        foreach (var end in layout.EndsOf(gateway))
        {
            text.Append(OfDevice(end));
        }

        text.Append(_detours.OfTunnels(gateway));

        var machines = layout.MachinesOf(gateway);
        for (var index = 0; index < machines.Count; index++)
        {
            text.Append(OfMachineWire(gateway, machines[index], index, layout.NetworksBeyond(gateway)));
        }

        // What is in a cloud's own networks stays there, whatever the other side announces; behind a translation the other side may have the same.
        foreach (var network in gateway.Networks.Distinct().Where(own => !gateway.Translations.Any(rule => !rule.Outgoing && rule.From.Overlaps(own))))
        {
            text.Append(CultureInfo.InvariantCulture, $"route add unreachable {network}\n");
        }

        return text.ToString();
    }

    /// <summary>The device of a tunnel in the router of its gateway.</summary>
    public static string OfDevice(LabTunnelEnd end) =>
        (end.Bgp is { } bgp ? $"address add {bgp.Address} peer {bgp.Peer}/32 dev {end.Device}\n" : "")
        + (end.Appliance is WireguardEnd ? $"link set {end.Device} up\n{(end.Bgp is null ? $"link set {end.Device} carrier off\n" : "")}" : "");

    /// <summary>What an end leaves behind that starts again.</summary>
    public static string Unmade(LabTunnelEnd end) => end.Appliance is WireguardEnd ? "" : "link del ipsec0\n";

    /// <summary>Another public address of an end, or of its peer, in the Internet.</summary>
    public string OfMovedEnd(LabTunnelEnd before, LabTunnelEnd after)
    {
        var index = layout.Ends.ToList().FindIndex(end => end.Place == before.Place);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {(before.Outside == after.Outside ? "" : $"route replace {after.Outside}/32 dev wan{index + 1} table {1000 + index}\nroute replace {after.Outside}/32 dev wan{index + 1}")}
            rule add from {after.PeerOutside} to {after.Outside} lookup {1000 + index} priority {1000 + index}

            """);
    }

    /// <summary>The same, in the end's own namespace.</summary>
    public static string OfMovedAddress(LabTunnelEnd before, LabTunnelEnd after) => before.Outside == after.Outside ? "" : $"""
        address add {after.Outside}/32 dev eth0
        route replace default via {NextHop} src {after.Outside}
        address del {before.Outside}/32 dev eth0

        """;

    public static string OfMachine(MachineNode machine) => $"""
        link set lo up
        address add {machine.Address}/32 dev eth0
        {string.Join('\n', machine.Edges.Select(edge => $"address add {edge}/32 dev eth0"))}
        link set eth0 up
        route add {NextHop}/32 dev eth0
        route add default via {NextHop} src {machine.Address}

        """;

    // What a machine sends goes where the route table of its subnet leads, and nowhere else.
    private string OfMachineWire(GatewayNode gateway, MachineNode machine, int index, IReadOnlyList<Cidr> beyond)
    {
        var wire = RouterRules.WireOf(index);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            link add {wire} type veth peer name eth0 netns {machine.Place}
            link set {wire} up
            {(index == 0 ? $"address add {NextHop}/32 dev lo" : "")}
            {string.Join('\n', machine.Edges.Prepend(machine.Address).Select(address => $"route add {address}/32 dev {wire}"))}

            """);
        text.Append(_detours.OfMachine(gateway, machine, index, beyond));
        var known = machine.Routes is null ? ["default"] : machine.Routes.Concat(gateway.Networks).Select(network => network.ToString());
        foreach (var network in known)
        {
            text.Append(CultureInfo.InvariantCulture, $"rule add iif {wire} to {network} lookup main priority {2000 + index}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"rule add iif {wire} unreachable priority {3000 + index}\n");
        return text.ToString();
    }
}
