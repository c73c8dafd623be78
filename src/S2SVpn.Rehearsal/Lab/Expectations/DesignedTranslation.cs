using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>What a connection of Azure translates, as it was designed.</summary>
/// <param name="Connection">The name of the connection.</param>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Outgoing">Whether it translates Azure's own networks, and not those of the other end.</param>
/// <param name="OneToOne">Whether each address has one of its own.</param>
/// <param name="From">The network as it is.</param>
/// <param name="To">What it becomes.</param>
public sealed record DesignedTranslation(string Connection, string Rule, bool Outgoing, bool OneToOne, string From, string To)
{
    internal static IEnumerable<DesignedTranslation> Of(AzureSitePlan site) =>
        from link in site.Links
        from connection in link.Connections
        from rule in site.Gateway.NatRules
        let outgoing = rule.Direction == NatDirection.Egress
        where (outgoing ? connection.EgressNatRules : connection.IngressNatRules).Contains(rule.Name)
        select new DesignedTranslation(connection.Name, rule.Name, outgoing, rule.Kind == NatKind.Static, $"{rule.Internal}", $"{rule.External}");
}
