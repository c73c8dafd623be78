using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Links;

internal sealed class SlotGiven : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X115",
        Level = FindingLevel.Error,
        Title = "Where there are several links, each has a slot",
        Why = "The slot fixes the addresses inside the tunnels. Counted from the order of the list they would "
            + "change when a link is added or removed, and a changed tunnel is replaced.",
        Sources = [Source.AwsProvider],
        Fix = "Write a slot from 0 to 31 that no other link of the same gateways has, and never change it.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var taken = context.Sites.ToDictionary(
            site => site, site => site.ResolvedLinks.Select(resolved => resolved.Link.Slot).OfType<int>().ToHashSet());
        foreach (var link in context.Links.Where(link => link.Slot is null && link.Link.Inside.Count == 0))
        {
            var path = link.At("slot");
            yield return new Violation($"{context.FormatPath(path)} is missing, and there are {context.Links.Count} links", path)
            {
                Fix = link.ResolvedLink is { } resolved && Take(taken[resolved.Aws], taken[resolved.Azure]) is { } free
                    ? $"Write slot: {free}, which is free on both gateways, and never change it."
                    : null,
            };
        }
    }

    // The lowest slot that is free on both gateways; it is then taken, so that two links are not told the same.
    private static int? Take(HashSet<int> one, HashSet<int> other)
    {
        for (var slot = 0; slot < InsideCidr.Slots; slot++)
        {
            if (!one.Contains(slot) && !other.Contains(slot))
            {
                one.Add(slot);
                other.Add(slot);
                return slot;
            }
        }

        return null;
    }
}
