using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class DynamicNatConnections : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ113",
        Level = FindingLevel.Warning,
        Title = "A dynamic NAT rule needs a single connection per instance",
        Why = "Azure keeps the table of a dynamic rule for one connection. With two tunnels to the instance, "
            + "return packets may use the other tunnel and find no entry.",
        Sources = [Source.AzureNat],
        Fix = "Use a static rule: it needs as many external as internal addresses, and works over every tunnel.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Azure.IsManaged && resolved.TunnelsPerConnection > 1
        from nat in resolved.Link.NatRules
        where nat.Value.Kind == NatKind.Dynamic
        let path = nat.Path["kind"]
        select new Violation(
            $"{context.FormatPath(path)} is dynamic, but {resolved.TunnelsPerConnection} tunnels end on each instance of the gateway",
            path);
}
