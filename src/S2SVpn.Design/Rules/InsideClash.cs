namespace S2SVpn.Design.Rules;

/// <summary>Tunnels of one gateway that have the same network inside.</summary>
internal static class InsideClash
{
    /// <param name="resolvedLinks">The links of the gateway.</param>
    /// <param name="counts">Whether two of them may clash here at all.</param>
    public static IEnumerable<(InsideAt Outer, InsideAt Inner)> Of(
        IEnumerable<ResolvedLink> resolvedLinks, Func<ResolvedLink, ResolvedLink, bool> counts) =>
        from clash in OverlapFinder.Find(
            resolvedLinks.SelectMany(resolved => resolved.Inside),
            inside => inside.Cidr,
            // Two slots clash only when they are equal, which is said once, of the slots.
            (outer, inner) => (outer.ByHand || inner.ByHand) && counts(outer.ResolvedLink, inner.ResolvedLink))
        from inner in clash.Inner
        select (clash.Outer, inner);

    public static Violation Violation(RuleContext context, SiteView site, InsideAt outer, InsideAt inner) => new(
        $"{Describe(context, inner)} and {Describe(context, outer)} overlap on the gateway of {context.FormatPath(site.Path)}",
        inner.Path, outer.Path);

    private static string Describe(RuleContext context, InsideAt inside) => inside.ByHand
        ? $"{context.FormatPath(inside.Path)} {inside.Cidr}"
        : $"{inside.Cidr} of {context.FormatPath(inside.Path)} {inside.ResolvedLink.Link.Slot}";
}
