namespace S2SVpn.App.Verifying;

/// <summary>One thing of the plan that was looked for in the clouds.</summary>
/// <param name="Group">Such as tunnels.</param>
/// <param name="Name">What it is of.</param>
/// <param name="Expected">What the plan says.</param>
/// <param name="Seen">What the cloud says.</param>
/// <param name="Passed">Whether they agree.</param>
/// <param name="Cause">What is likely wrong, and what to look at; null where nothing is.</param>
internal sealed record VerifyCheck(string Group, string Name, string Expected, string Seen, bool Passed, string? Cause = null);
