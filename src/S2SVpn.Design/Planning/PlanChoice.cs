namespace S2SVpn.Design.Planning;

/// <summary>Something that the request leaves open and the plan decided.</summary>
/// <param name="What">What it is.</param>
/// <param name="Value">What was chosen.</param>
/// <param name="Line">The path of the request that changes it, as its author would write it.</param>
/// <param name="Why">Why it was chosen.</param>
internal sealed record PlanChoice(string What, string Value, string Line, string Why);
