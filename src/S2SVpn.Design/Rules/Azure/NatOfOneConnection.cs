using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NatOfOneConnection : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ144",
        Level = FindingLevel.Warning,
        Title = "NAT rules that meet on a connection are static, and translate different networks",
        Why = "Every static rule of a link is on all its connections, and a dynamic one on those of its instance. On one connection Azure refuses a dynamic rule beside another "
            + "of its direction because of an overlap of prefixes. Nor is it told to what it translates an address that stands in two of them.",
        Sources = [Source.AzureNat, new("github.com/MicrosoftDocs/azure-docs/issues/116404", "Azure: static and dynamic rules on a connection")],
        Fix = "Use static rules, each with networks of its own in internal.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => Between(context).Concat(Within(context));

    private static IEnumerable<Violation> Within(RuleContext context) =>
        from link in context.Links
        from rule in link.NatRules
        let networks = rule.Value.Internal
        from later in Enumerable.Range(1, Math.Max(0, networks.Count - 1))
        let earlier = networks.Take(later).FirstOrDefault(networks[later].Overlaps)
        where earlier is not null
        select new Violation($"{context.FormatPath(rule.Path["internal"][later])} {networks[later]} is translated by this rule already, with {earlier}", rule.Path["internal"][later]);

    private static IEnumerable<Violation> Between(RuleContext context) =>
        from link in context.Links
        from later in link.NatRules
        let other = link.NatRules.TakeWhile(earlier => earlier.Path != later.Path).FirstOrDefault(earlier => Meet(earlier.Value, later.Value) && Clash(earlier.Value, later.Value))
        where other is not null
        let kinds = later.Value.Kind == NatKind.Dynamic || other.Value.Kind == NatKind.Dynamic
        let at = kinds ? "kind" : "internal"
        select new Violation(
            $"{context.FormatPath(later.Path)} {later.Value.Name} {(kinds ? "is not static, or not beside a static rule:" : "translates addresses that are translated by")} {context.FormatPath(other.Path)} {other.Value.Name}",
            later.Path[at], other.Path[at]);

    private static bool Meet(NatRule one, NatRule other) =>
        one.Direction == other.Direction && (one.Kind == NatKind.Static || other.Kind == NatKind.Static || one.Instance == other.Instance);

    private static bool Clash(NatRule one, NatRule other) =>
        one.Kind == NatKind.Dynamic || other.Kind == NatKind.Dynamic || one.Internal.Any(network => other.Internal.Any(network.Overlaps));
}
