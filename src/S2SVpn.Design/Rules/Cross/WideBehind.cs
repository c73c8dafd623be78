using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

public sealed class WideBehind : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X176",
        Level = FindingLevel.Warning,
        Title = "What is behind a site does not hold networks of others",
        Why = "The longest prefix wins, so that a wider network beside it works. But addresses of the wider one that nobody "
            + "else has are sent to that site, and those of the other never are.",
        Sources =
        [
            Source.AwsRouting,
            Source.AzureBgp,
        ],
        Fix = "Name the networks that are behind the site, or accept this where it is meant.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var found = new Dictionary<RequestPath, (VisibleNetwork Outer, Dictionary<RequestPath, VisibleNetwork> Inner)>();
        foreach (var (outer, inner) in context.Reach.Groups.SelectMany(group => OverlapFinder.Find(group.Networks, seen => seen.Cidr, group.IsWiderBehind)))
        {
            var known = found.TryAdd(outer.Path, (outer, [])) ? found[outer.Path] : found[outer.Path];
            foreach (var seen in inner)
            {
                known.Inner.TryAdd(seen.Path, seen);
            }
        }

        return from clash in found.Values
               let inner = clash.Inner.Values.ToList()
               select new Violation(
                   $"{context.FormatPath(clash.Outer.Path)} {clash.Outer.Cidr} holds {Phrase.Some([.. inner.Select(seen => $"{context.FormatPath(seen.Path)} {seen.Cidr}")])}",
                   [clash.Outer.Path, .. inner.Select(seen => seen.Path)]);
    }
}
