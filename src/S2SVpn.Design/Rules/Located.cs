using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>A value of the request, and where it is written.</summary>
internal sealed record Located<T>(T Value, RequestPath Path);
