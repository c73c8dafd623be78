using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>One thing that is tried between two machines.</summary>
/// <param name="Pair">The machines.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Port">The port; null for echoes.</param>
/// <param name="Flow">The number of the entry of 'access' that lists it; null for none.</param>
internal sealed record Attempt(MachinePair Pair, Protocol Protocol, int? Port, int? Flow);
