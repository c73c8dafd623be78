using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The networks of one rule lie apart.</summary>
public sealed class SecurityRuleOverlap : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "OverlappingSubnetsNotPermittedInSecurityRule",
        When = RefusalTime.Write,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/kubernetes-sigs/cloud-provider-azure/issues/6775",
    };

    internal override string? Why(RefusalContext context)
    {
        foreach (var list in (string[])["source_address_prefixes", "destination_address_prefixes"])
        {
            List<Cidr> networks = [.. Networks.Of(context.Values, list)];
            if (networks.Find(inner => networks.Exists(outer => outer != inner && outer.Contains(inner))) is { } inside)
            {
                return $"Security rule {context.Values.Text("name")} has address prefixes that overlap: {inside} is in another one of {list}.";
            }
        }

        return null;
    }
}
