using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>An end of a tunnel on a machine of an appliance.</summary>
/// <param name="Machine">The machine.</param>
internal abstract record ApplianceEnd(ApplianceMachineNode Machine);

/// <summary>An end that strongSwan has.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Connection">The connection in its configuration.</param>
/// <param name="Child">The child of that connection.</param>
internal sealed record StrongswanEnd(ApplianceMachineNode Machine, SettingsSection Connection, SettingsSection Child) : ApplianceEnd(Machine);

/// <summary>An end that WireGuard has.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="File">What its file says.</param>
/// <param name="PeerKey">The public key that it has for its peer.</param>
internal sealed record WireguardEnd(ApplianceMachineNode Machine, WireguardFile File, string PeerKey) : ApplianceEnd(Machine);
