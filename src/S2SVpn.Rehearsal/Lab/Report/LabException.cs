namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>Why a rehearsal can't run: something is missing on the machine or in the state.</summary>
public sealed class LabException(string message) : Exception(message);
