namespace S2SVpn.Design.Rules;

/// <summary>Tunnels of one gateway that have the same network inside.</summary>
internal static class InsideClash
{
    /// <param name="joints">The links of the gateway.</param>
    /// <param name="counts">Whether two of them may clash here at all.</param>
    public static IEnumerable<(InsideAt Outer, InsideAt Inner)> Of(
        IEnumerable<Joint> joints, Func<Joint, Joint, bool> counts) =>
        from clash in Nesting.Of(
            joints.SelectMany(joint => joint.Inside),
            inside => inside.Cidr,
            // Two slots clash only when they are equal, which is said once, of the slots.
            (outer, inner) => (outer.ByHand || inner.ByHand) && counts(outer.Joint, inner.Joint))
        from inner in clash.Inner
        select (clash.Outer, inner);

    public static Fault Fault(RuleContext context, SiteView site, InsideAt outer, InsideAt inner) => new(
        $"{Say(context, inner)} and {Say(context, outer)} overlap on the gateway of {context.Say(site.Path)}",
        inner.Path, outer.Path);

    private static string Say(RuleContext context, InsideAt inside) => inside.ByHand
        ? $"{context.Say(inside.Path)} {inside.Cidr}"
        : $"{inside.Cidr} of {context.Say(inside.Path)} {inside.Joint.Link.Slot}";
}
