using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

public sealed class DynamicNatConnections : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ113",
        Level = FindingLevel.Warning,
        Title = "A dynamic NAT rule has one connection to translate for",
        Why = "Azure keeps the table of a dynamic rule for one connection. With two tunnels to the instance, "
            + "packets of one flow may come back by the other and find no entry.",
        Sources = [Source.AzureNat],
        Fix = "Write a static rule: it needs as many addresses outside as inside, and works over every tunnel.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Azure.IsManaged && resolved.TunnelsPerConnection > 1
        from nat in resolved.Link.Link.Nat.Select((rule, index) => new Located<NatRule>(rule, resolved.Link.At("nat")[index]))
        where nat.Value.Kind == NatKind.Dynamic
        let path = nat.Path["kind"]
        select new Violation(
            $"{context.FormatPath(path)} is dynamic, but {resolved.TunnelsPerConnection} tunnels end on each instance of the gateway",
            path);
}
