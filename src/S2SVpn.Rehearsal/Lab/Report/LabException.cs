namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>Why a rehearsal can't be held: what the machine lacks, or what a state doesn't tell.</summary>
public sealed class LabException(string message) : Exception(message);
