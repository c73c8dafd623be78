using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class WideBehind : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X176",
        Level = FindingLevel.Warning,
        Title = "Networks behind a site do not contain networks of other sites",
        Why = "The longest prefix wins, so the overlap works. But addresses of the wider network that no other site "
            + "has are sent to that site, and those of the narrower one never are.",
        Sources =
        [
            Source.AwsRouting,
            Source.AzureBgp,
        ],
        Fix = "List the exact networks behind the site, or accept this if it is intended.",
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
               where clash.Outer.Cidr != Cidr.Any
               let inner = clash.Inner.Values.ToList()
               select new Violation(
                   $"{context.FormatPath(clash.Outer.Path)} {clash.Outer.Cidr} contains {Phrase.Some([.. inner.Select(seen => $"{context.FormatPath(seen.Path)} {seen.Cidr}")])}",
                   [clash.Outer.Path, .. inner.Select(seen => seen.Path)]);
    }
}
