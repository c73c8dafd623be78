using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>Whether a request is for production, of which more is asked.</summary>
internal static class Production
{
    private static readonly ValueList<string> Names = ["prod", "production"];

    /// <summary>Where a request says that it is.</summary>
    public static RequestPath Path { get; } = RequestPath.Root["environment"];

    public static bool Is(VpnRequest request) => Names.Contains(request.Environment?.ToLowerInvariant() ?? "");
}
