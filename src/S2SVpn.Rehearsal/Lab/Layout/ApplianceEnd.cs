using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>An end of a tunnel on a machine of an appliance.</summary>
/// <param name="Machine">The machine.</param>
internal abstract record ApplianceEnd(ApplianceMachineNode Machine)
{
    /// <summary>The same with what its machine is given once an address is another.</summary>
    /// <param name="name">The name of its interface.</param>
    /// <param name="from">The address as it was.</param>
    /// <param name="to">The address as it is now.</param>
    public abstract ApplianceEnd Moved(string name, Ipv4 from, Ipv4 to);
}

/// <summary>An end that strongSwan has.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Connection">The connection in its configuration.</param>
/// <param name="Child">The child of that connection.</param>
internal sealed record StrongswanEnd(ApplianceMachineNode Machine, SettingsSection Connection, SettingsSection Child) : ApplianceEnd(Machine)
{
    public override ApplianceEnd Moved(string name, Ipv4 from, Ipv4 to)
    {
        var machine = Machine.Moved(from, to);
        var connection = machine.Ends.First(end => end.Key == name).Value;
        return new StrongswanEnd(machine, connection, connection.Section("children").Section(name));
    }
}

/// <summary>An end that WireGuard has.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="File">What its file says.</param>
/// <param name="PeerKey">The public key that it has for its peer.</param>
internal sealed record WireguardEnd(ApplianceMachineNode Machine, WireguardFile File, string PeerKey) : ApplianceEnd(Machine)
{
    public override ApplianceEnd Moved(string name, Ipv4 from, Ipv4 to)
    {
        var machine = Machine.Moved(from, to);
        return this with { Machine = machine, File = machine.WireguardEnds.First(end => end.Key == name).Value };
    }
}
