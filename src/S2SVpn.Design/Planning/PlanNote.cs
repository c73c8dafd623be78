namespace S2SVpn.Design.Planning;

/// <summary>Something to know before a plan is applied.</summary>
/// <param name="Text">In sentences.</param>
/// <param name="Command">The command that helps; null where there is none.</param>
internal sealed record PlanNote(string Text, string? Command = null);
