using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Comparing;

/// <summary>One value in which two requests differ.</summary>
/// <param name="Path">The way to it, by the records.</param>
/// <param name="Before">The value as it would be written; null where there was none, or where it is not shown.</param>
/// <param name="After">The same of the other request.</param>
internal sealed record RequestChange(RequestPath Path, string? Before, string? After);
