using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>An end of a tunnel on a machine of an appliance.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Connection">The connection in its configuration.</param>
/// <param name="Child">The child of that connection.</param>
internal sealed record ApplianceEnd(ApplianceMachineNode Machine, SettingsSection Connection, SettingsSection Child);
