namespace S2SVpn.Rehearsal.Changes.Lines;

/// <summary>What one difference of two requests does alone.</summary>
/// <param name="Lines">The lines of the request in which they differ.</param>
/// <param name="Configurations">The synthesized stacks of the first request with only this difference; null where the rules refuse it alone.</param>
public sealed record LineVariant(IReadOnlyList<string> Lines, IReadOnlyList<string>? Configurations);
