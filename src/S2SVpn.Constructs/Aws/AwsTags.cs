namespace S2SVpn.Constructs.Aws;

/// <summary>The one tag that a resource has of its own; all others are the provider's default tags.</summary>
internal static class AwsTags
{
    public static Dictionary<string, string> Name(string name) => new() { ["Name"] = name };
}
