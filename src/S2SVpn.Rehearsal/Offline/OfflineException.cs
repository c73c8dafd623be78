namespace S2SVpn.Rehearsal.Offline;

/// <summary>Something that the machine lacks for a run against simulated clouds.</summary>
public sealed class OfflineException(string message) : Exception(message);
