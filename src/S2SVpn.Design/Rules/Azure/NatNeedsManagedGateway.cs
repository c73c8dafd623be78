using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NatNeedsManagedGateway : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X201",
        Level = FindingLevel.Error,
        Title = "NAT needs a managed VPN gateway in Azure",
        Why = "NAT rules are a part of Azure's VPN gateway. A self-managed gateway here translates no addresses, and traffic would leave with "
            + "those that it has.",
        Sources = [Source.AzureNat],
        Fix = "Leave gateway.kind out for the Azure site, or give one side another range and leave nat out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Azure.IsManaged && resolved.Link.Link.Nat.Count > 0
        let path = resolved.Link.At("nat")
        let kind = resolved.Azure.Gateway["kind"]
        select new Violation($"{context.FormatPath(path)} is given, but {context.FormatPath(kind)} is appliance", path, kind);
}
