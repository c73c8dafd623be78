using System.Globalization;
using System.Text;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>
/// The routes that lead elsewhere than the gateway or its tunnels, as commands for <c>ip -batch</c>. The longest prefix decides; what
/// is thrown goes on to the gateway.
/// </summary>
internal sealed class Detours(LabLayout layout)
{
    private const int SubnetTables = 5000;
    private const int TransitTables = 20000;
    private const int TunnelTables = 30000;

    /// <summary>What the table of a machine's subnet leads away, and then that of a transit gateway.</summary>
    public string OfMachine(GatewayNode gateway, MachineNode machine, int index, IReadOnlyList<Cidr> beyond)
    {
        var text = new StringBuilder();
        AppendElsewhere(text, gateway, machine, index, beyond);
        // What is for a VPC's own network never leaves it.
        AppendTransit(text, gateway, machine.Network, route => gateway.Networks.Any(own => own.Contains(route.Network)), RouterRules.WireOf(index), 1950 + index, TransitTables + index);
        return text.ToString();
    }

    /// <summary>What the table of a transit gateway leads away that comes over its connections.</summary>
    public string OfTunnels(GatewayNode gateway)
    {
        var text = new StringBuilder();
        foreach (var (end, index) in layout.EndsOf(gateway).Select((end, index) => (end, index)))
        {
            AppendTransit(text, gateway, end.Address, _ => false, end.Device, 950, TunnelTables + index);
        }

        return text.ToString();
    }

    // Of two equal ones that of the subnet's own table decides.
    private static void AppendElsewhere(StringBuilder text, GatewayNode gateway, MachineNode machine, int index, IReadOnlyList<Cidr> beyond)
    {
        if (machine.Elsewhere.Count == 0)
        {
            return;
        }

        var away = machine.Elsewhere.Select(route => route.Network).Except(gateway.Networks).Distinct().ToList();
        var wins = machine.Elsewhere.Where(route => route.Wins).Select(route => route.Network).ToList();
        var kept = gateway.Networks.Concat((machine.Routes ?? beyond).Where(network => !wins.Exists(route => route.Contains(network)))).Except(away).Distinct();
        AppendTable(text, away, kept, RouterRules.WireOf(index), 1900 + index, SubnetTables + index);
    }

    private void AppendTransit(StringBuilder text, GatewayNode gateway, string from, Func<TransitRoute, bool> isLocal, string device, int priority, int table)
    {
        var routes = gateway.TransitRoutes.Where(route => route.From == from && !isLocal(route)).ToList();
        var away = routes.Where(route => !layout.Arrives(gateway, route)).Select(route => route.Network).Distinct().ToList();
        if (away.Count > 0)
        {
            var kept = gateway.Networks.Concat(layout.NetworksBeyond(gateway)).Concat(routes.Select(route => route.Network)).Except(away).Distinct();
            AppendTable(text, away, kept, device, priority, table);
        }
    }

    private static void AppendTable(StringBuilder text, IEnumerable<Cidr> away, IEnumerable<Cidr> kept, string device, int priority, int table)
    {
        foreach (var line in away.Select(network => $"unreachable {network}").Concat(kept.Select(network => $"throw {network}")))
        {
            text.Append(CultureInfo.InvariantCulture, $"route add {line} table {table}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"rule add iif {device} lookup {table} priority {priority}\n");
    }
}
