using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Comparing;

/// <summary>Compares two requests value by value, and takes single values over from one into the other.</summary>
internal static class RequestComparison
{
    private static readonly RecordShape Whole = RecordShape.Of(typeof(VpnRequest));

    public static IReadOnlyList<RequestChange> Between(VpnRequest before, VpnRequest after) =>
        [.. Difference.Between(Whole, before, after, RequestPath.Root, shown: true)];

    /// <summary>The first request with some values of the second; it need not be one that the rules let pass.</summary>
    /// <param name="before">The request that is changed.</param>
    /// <param name="after">The request that the values are taken from.</param>
    /// <param name="paths">The ways to them, as <see cref="Between"/> gives them.</param>
    public static VpnRequest Take(VpnRequest before, VpnRequest after, params IEnumerable<RequestPath> paths) =>
        (VpnRequest)Merge.Take(Whole, before, after, RequestPath.Root, paths.ToHashSet())!;
}
