using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class NetworksApart : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X001",
        Level = FindingLevel.Error,
        Title = "Connected networks do not overlap",
        Why = "A machine sends to addresses of its own network directly, so that traffic never enters the "
            + "tunnel; and a gateway that learns one network from two sides sends to only one of them.",
        Sources =
        [
            Source.AzureBgp,
            Source.AwsRouting,
            new(
                "github.com/MicrosoftDocs/azure-docs/issues/110829",
                "Overlapping networks and the errors that they give"),
        ],
        Fix = "Give one side a different range, or translate it with link.nat and routing: static.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        // The same two networks may meet in several places, so what was found is said once for each outer network.
        var found = new Dictionary<RequestPath, (VisibleNetwork Outer, List<VisibleNetwork> Inner)>();
        foreach (var (outer, inner) in context.Reach.Groups.SelectMany(group => OverlapFinder.Find(
            group.Networks, seen => seen.Cidr, (outer, inner) => Clash(outer, inner) && !group.IsWiderBehind(outer, inner))))
        {
            var known = found.TryAdd(outer.Path, (outer, [])) ? found[outer.Path] : found[outer.Path];
            known.Inner.AddRange(inner.Where(seen => known.Inner.TrueForAll(other => other.Path != seen.Path)));
        }

        return from clash in found.Values
               where clash.Inner.Count > 0
               select new Violation(
                   $"networks overlap: {Describe(context, clash.Outer, clash.Inner)}",
                   [.. clash.Inner.Select(seen => seen.Path), clash.Outer.Path])
               {
                   Fix = Fix(clash.Outer, clash.Inner),
               };
    }

    // What is behind two sites may be one network that is reached in two ways.
    private static bool Clash(VisibleNetwork outer, VisibleNetwork inner) => outer.Owner != inner.Owner
        && !(outer.Network.Kind == NetworkKind.Behind && inner.Network.Kind == NetworkKind.Behind && outer.Cidr == inner.Cidr);

    private static string Describe(RuleContext context, VisibleNetwork outer, List<VisibleNetwork> inner) => inner is [var one] && one.Cidr == outer.Cidr
        ? $"{context.FormatPath(one.Path)} and {context.FormatPath(outer.Path)} are both {one.Cidr}"
        : $"{Phrase.Some([.. inner.Select(seen => $"{context.FormatPath(seen.Path)} {seen.Cidr}")])} "
        + $"{(inner.Count == 1 ? "lies" : "lie")} inside {context.FormatPath(outer.Path)} {outer.Cidr}";

    private static string Fix(VisibleNetwork outer, List<VisibleNetwork> inner) => outer switch
    {
        { Network.Kind: NetworkKind.Own, Owner: AwsView } when inner.TrueForAll(seen => seen.Owner is AzureView) =>
            $"Traffic to {inner[0].Cidr} would never leave the VPC. ",
        { Network.Kind: NetworkKind.Own, Owner: AzureView } when inner.TrueForAll(seen => seen.Owner is AwsView) =>
            $"Traffic to {inner[0].Cidr} would never leave the VNet. ",
        _ => $"Traffic to {inner[0].Cidr} could go either way. ",
    } + "Give one side a different range, or translate it with link.nat and routing: static.";
}
