namespace S2SVpn.App.Tests.Changes;

/// <summary>A request that is deployed, and what becomes of it.</summary>
/// <param name="Group">The heading that it stands under in docs/operations.md.</param>
/// <param name="What">What changes, in words.</param>
/// <param name="Before">The request that is deployed.</param>
/// <param name="After">The request to deploy.</param>
public sealed record ChangeCase(string Group, string What, string Before, string After)
{
    public string Name => $"{Group}: {What}";
}
