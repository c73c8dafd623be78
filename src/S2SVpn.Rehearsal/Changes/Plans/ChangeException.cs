namespace S2SVpn.Rehearsal.Changes.Plans;

/// <summary>Why a change can't be tried: what the machine lacks, or what a text is not.</summary>
public sealed class ChangeException(string message) : Exception(message);
